import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, type Journal } from '../../journal/open-journal.ts';
import type { Judgement } from '../../model/judgement.ts';
import { toMomentId, type Moment } from '../../model/moment.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { RoundId } from '../../model/round.ts';
import { toSessionId } from '../../model/session.ts';
import { passRound, sealJudgement } from './answer-round.ts';
import { closeRound } from './close-round.ts';
import { listRounds } from './list-rounds.ts';
import type { RoundsApp } from './rounds-app.ts';
import { saveDebrief } from './save-debrief.ts';
import { saveDraft } from './save-draft.ts';
import { startDebrief } from './start-debrief.ts';
import { startRound } from './start-round.ts';
import { withdrawRound } from './withdraw-round.ts';

const judgement: Judgement = {
  verdict: 'reject',
  lines: [{ start: 3, end: 3 }],
  reason: 'Nothing was run after the last edit.',
  proposition: 'A later run fails.',
  probability: 80,
  changeMyMind: 'A green run of the whole suite.',
  knewOutcome: false,
};
const debrief = {
  generalRule: 'Believe a claim only with the run that shows it.',
  whatWasRight: 'It kept the change small.',
  nextTime: 'Ask for the run.',
  uncertainties: '',
  changedMind: '',
};

const session = toSessionId('codex', 'one');
const moment: Moment = {
  id: toMomentId('some-rule', ['e1']),
  rule: 'some-rule',
  ruleVersion: 1,
  kind: 'claim-unverified',
  agent: 'codex',
  session,
  file: 'one.jsonl',
  span: { start: 3, end: 3 },
  decision: { start: 3, end: 3 },
  shownUntil: 3,
  hindsight: [],
  evidence: [],
  rank: 1,
  worth: 3,
  confidence: 0.9,
  score: { worth: 3, confidence: 0.9, agreement: 1, novelty: 1, teachability: 1, total: 1 },
  shape: 'claim',
  title: 'Claimed without a run',
  question: 'Would you accept this?',
  propositions: [],
  concepts: [],
  activities: [],
  paths: [],
  at: null,
  minutes: 4,
};

let home: string;
let journal: Journal;

const take = <T>(result: Result<T, Problem>): T => {
  if (!result.ok) throw new Error(result.problem.what);
  return result.value;
};
const url = (name: string): string => new URL(name, import.meta.url).href;
const tagOf = (result: Result<unknown, Problem>): string | null => (result.ok ? null : result.problem.tag);
const open = (): RoundsApp => ({ journal: take(openJournal({ home })), clock: () => new Date('2026-03-02T10:00:00Z') });
let app: RoundsApp;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds-app-'));
  app = open();
  ({ journal } = app);
  journal.moments.replace(session, [{ moment, place: 'a reply', context: '' }]);
});

afterEach(() => {
  journal.close();
  rmSync(home, { recursive: true, force: true });
});

describe('a round alone in the journal', () => {
  it('goes from Today to its debrief, each step readable by another process', () => {
    const { id } = take(startRound(app, moment.id));
    take(saveDraft(app, id, { reason: 'maybe' }));
    const other = open();
    expect(other.journal.rounds.get(id)?.participants[0]?.draft).toEqual({ reason: 'maybe' });
    expect(take(sealJudgement(other, id, judgement)).state).toBe('revealed');
    expect(take(startDebrief(app, id)).state).toBe('debrief');
    take(saveDebrief(app, id, { generalRule: 'Believe' }));
    expect(take(closeRound(other, id, debrief)).closedAt).toBe('2026-03-02T10:00:00.000Z');
    other.journal.close();
    expect(journal.rounds.get(id)?.log.map(({ action }) => action)).toEqual(['call', 'seal', 'reveal', 'start-debrief', 'close']);
    expect(take(listRounds(app)).rounds).toMatchObject([{ id, state: 'closed', generalRule: debrief.generalRule }]);
  });

  it('is resumed, not started twice, and never judged again once closed', () => {
    const { id } = take(startRound(app, moment.id));
    expect(take(startRound(app, moment.id)).id).toBe(id);
    take(passRound(app, id));
    expect(take(startRound(app, moment.id))).toMatchObject({ id, state: 'revealed' });
  });

  it('can be started afresh after it was withdrawn, and leaves no card', () => {
    const { id } = take(startRound(app, moment.id));
    expect(take(withdrawRound(app, id)).state).toBe('withdrawn');
    expect(take(listRounds(app)).rounds).toEqual([]);
    expect(take(startRound(app, moment.id)).id).not.toBe(id);
  });

  it('says so when the moment or the round does not exist', () => {
    expect(tagOf(startRound(app, toMomentId('none', [])))).toBe('not-found');
    expect(tagOf(passRound(app, 'r_0000000000000000' as RoundId))).toBe('not-found');
  });

  it('refuses a debrief with two rules and keeps its draft', () => {
    const { id } = take(startRound(app, moment.id));
    take(passRound(app, id));
    take(startDebrief(app, id));
    take(saveDebrief(app, id, { whatWasRight: 'kept' }));
    expect(tagOf(closeRound(app, id, { ...debrief, generalRule: 'Run the tests. Read the diff.' }))).toBe('bad-input');
    expect(journal.rounds.get(id)).toMatchObject({ state: 'debrief', debriefDraft: { whatWasRight: 'kept' } });
  });
});

describe('two tabs', () => {
  it('cannot both seal: the first counts, the second is told', () => {
    const { id } = take(startRound(app, moment.id));
    const other = open();
    take(sealJudgement(app, id, judgement));
    expect(tagOf(sealJudgement(other, id, { ...judgement, verdict: 'accept' }))).toBe('conflict');
    expect(tagOf(saveDraft(other, id, { reason: 'late' }))).toBe('conflict');
    expect(other.journal.rounds.get(id)?.participants[0]?.sealed?.judgement).toEqual(judgement);
    other.journal.close();
  });
});

describe('a process killed right after it was told', () => {
  it('has lost nothing that was acknowledged', async () => {
    const { id } = take(startRound(app, moment.id));
    const script = `
      import { openJournal } from ${JSON.stringify(url('../../journal/open-journal.ts'))};
      import { sealJudgement } from ${JSON.stringify(url('./answer-round.ts'))};
      const journal = openJournal({ home: ${JSON.stringify(home)} }).value;
      const sealed = sealJudgement({ journal, clock: () => new Date(0) }, ${JSON.stringify(id)}, ${JSON.stringify(judgement)});
      if (sealed.ok) process.kill(process.pid, 'SIGKILL');`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' });
    const signal = await new Promise((resolve) => child.once('exit', (_code, by) => resolve(by)));
    expect(signal).toBe('SIGKILL');
    expect(journal.rounds.get(id)).toMatchObject({ state: 'revealed', participants: [{ sealed: { judgement } }] });
  });
});
