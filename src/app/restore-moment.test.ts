import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, type Journal } from '../journal/open-journal.ts';
import { toMomentId, type Moment, type MomentId } from '../model/moment.ts';
import { toSessionId } from '../model/session.ts';
import { restoreMoment } from './restore-moment.ts';
import { skipMoment } from './skip-moment.ts';

const session = toSessionId('codex', 'one');
const DATE = '2026-03-02';
const ids = ['a', 'b', 'c', 'd'].map((name) => toMomentId('some-rule', [name])) as [MomentId, MomentId, MomentId, MomentId];
const [first, second, third, never] = ids;

const toMoment = (id: MomentId, rank: number): Moment => ({
  id,
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
  rank,
  worth: 3,
  confidence: 0.9,
  score: { worth: 3, confidence: 0.9, agreement: 1, novelty: 1, teachability: 1, total: 1 },
  shape: 'claim',
  title: 'Claimed without a run',
  question: 'Would you accept this?',
  concepts: [],
  activities: [],
  paths: [],
  propositions: [],
  at: null,
  minutes: 2,
});

const clock = (): Date => new Date('2026-03-02T12:00:00Z');
let journal: Journal;

beforeEach(() => {
  const opened = openJournal({ home: mkdtempSync(join(tmpdir(), 'rounds restore ')) });
  if (!opened.ok) throw new Error(opened.problem.what);
  journal = opened.value;
  const records = ids.map((id, index) => ({ moment: toMoment(id, index + 1), place: 'a.ts', context: '' }));
  journal.transaction(() => {
    journal.moments.replace(session, records);
    journal.today.save({ date: DATE, offered: 3, moments: [first, second, third] });
  });
});
afterEach(() => {
  journal.close();
  rmSync(journal.home, { recursive: true, force: true });
});

const listToday = (): readonly MomentId[] | undefined => journal.today.get()?.moments;

describe('undoing a skip', () => {
  it('brings the moment back to the day', () => {
    skipMoment({ journal }, second);
    expect(listToday()).toEqual([first, third]);
    expect(restoreMoment({ journal, clock }, second)).toMatchObject({ ok: true });
    expect(new Set(listToday())).toEqual(new Set([first, second, third]));
  });

  it('does so once, and uses up nothing of the day', () => {
    skipMoment({ journal }, second);
    restoreMoment({ journal, clock }, second);
    restoreMoment({ journal, clock }, second);
    expect(listToday()).toHaveLength(3);
    expect(journal.today.get()?.offered).toBe(3);
  });

  it('offers nothing that was never offered, and never more than the day holds', () => {
    skipMoment({ journal }, second);
    restoreMoment({ journal, clock }, never);
    expect(listToday()).toEqual([first, third]);
    journal.transaction(() => journal.today.save({ date: DATE, offered: 2, moments: [first, third] }));
    restoreMoment({ journal, clock }, second);
    expect(listToday()).toEqual([first, third]);
  });

  it('says so where there is no such moment', () => {
    expect(restoreMoment({ journal, clock }, toMomentId('some-rule', ['gone']))).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
  });
});
