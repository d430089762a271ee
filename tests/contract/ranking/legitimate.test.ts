/** What a person says of moments changes the next list at once, says why, and can be taken back. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { dismissMoment } from '../../../src/app/dismiss-moment.ts';
import { listDismissed } from '../../../src/app/list-dismissed.ts';
import { explainMoment } from '../../../src/app/ranking/explain-moment.ts';
import { listRankedMoments } from '../../../src/app/ranking/list-ranked-moments.ts';
import { restoreMoment } from '../../../src/app/restore-moment.ts';
import { sealJudgement } from '../../../src/app/rounds/answer-round.ts';
import { startRound } from '../../../src/app/rounds/start-round.ts';
import { showToday } from '../../../src/app/show-today.ts';
import type { Judgement } from '../../../src/model/judgement.ts';
import { toMomentId, type Moment, type MomentId } from '../../../src/model/moment.ts';
import { makeHome, openTestApp, take } from '../server/start-test-server.ts';
import { writeSession } from '../server/write-session.ts';

const home = makeHome();
let app: App;
let here: Moment[];
let elsewhere: Moment;

const toMoment = (session: Moment['session'], rule: string, total: number): Moment => ({
  id: toMomentId(rule, [session]),
  rule,
  ruleVersion: 1,
  kind: 'claim-unverified',
  agent: 'claude-code',
  session,
  file: 'one.jsonl',
  span: { start: 3, end: 3 },
  decision: { start: 3, end: 3 },
  shownUntil: 3,
  hindsight: [],
  evidence: [],
  rank: 1,
  worth: 3,
  confidence: total,
  score: { worth: 3, confidence: total, agreement: 1, novelty: 1, teachability: 1, total },
  shape: 'claim',
  title: 'Claimed without a run',
  question: 'Would you rely on it?',
  propositions: [{ id: 'person-objects', text: 'Your next message corrects something.', truth: true }],
  concepts: [`what ${rule} teaches`],
  activities: [],
  paths: [],
  at: null,
  minutes: 2,
});

beforeAll(async () => {
  app = openTestApp(home, () => new Date('2026-03-03T09:00:00.000Z'));
  const steps = [{ prompt: 'Please repair the total.' }, { say: 'I will.' }, { say: 'It is right now.' }];
  for (const [id, name] of [
    ['one', 'shop'],
    ['two', 'shop'],
    ['three', 'shop'],
    ['four', 'ledger'],
  ] as const)
    writeSession(join(home, 'transcripts', `${id}.jsonl`), { id, cwd: `/home/someone/${name}`, startedAt: '2026-03-02T09:00:00.000Z', steps });
  take(await app.importer.start({ paths: [join(home, 'transcripts')] }));
  const put = (repository: string): Moment[] =>
    app.journal.sessions.list({ limit: 10, repository }).map(({ id }) => {
      const moments = [toMoment(id, 'a-rule', 0.9), toMoment(id, 'another-rule', 0.6)] as const;
      app.journal.moments.replace(
        id,
        moments.map((moment) => ({ moment, place: 'a reply', context: '' })),
      );
      return moments[0];
    });
  here = put('shop');
  elsewhere = put('ledger')[0] as Moment;
});
afterAll(async () => {
  await app.close();
  rmSync(home, { recursive: true, force: true });
});
afterEach(() => {
  for (const { id } of here) take(restoreMoment(app, id));
});

const explain = (id: MomentId) => take(explainMoment(app, id)).explanation;
const noveltyOf = (id: MomentId) => explain(id).parts.find(({ part }) => part === 'novelty');
const idOf = (index: number): MomentId => (here[index] as Moment).id;
const legitimate = { reason: 'legitimate-here' } as const;

describe('called legitimate here', () => {
  it('lowers the other moments of the rule in that repository, and no other', () => {
    expect(here).toHaveLength(3);
    const before = explain(idOf(2)).total;
    const beforeElsewhere = explain(elsewhere.id);
    expect(take(dismissMoment(app, idOf(0), legitimate))).toEqual({ legitimate: { repository: 'shop', times: 1, others: 2 } });
    expect(explain(idOf(2)).total).toBeCloseTo(before / 2);
    expect(take(dismissMoment(app, idOf(1), legitimate))).toEqual({ legitimate: { repository: 'shop', times: 2, others: 1 } });
    expect(explain(idOf(2)).total).toBeCloseTo(before / 3);
    expect(explain(idOf(2)).parts).toContainEqual({ part: 'legitimate', factor: 1 / 3, words: 'called legitimate here 2 times' });
    expect(explain(elsewhere.id)).toEqual(beforeElsewhere);
  });

  it('is listed with what it did, and taken back at once', () => {
    const before = explain(idOf(2));
    take(dismissMoment(app, idOf(0), legitimate));
    expect(take(listDismissed(app)).dismissed).toMatchObject([
      { moment: idOf(0), repository: 'shop', dismissal: legitimate, legitimate: { times: 1, others: 2 } },
    ]);
    take(restoreMoment(app, idOf(0)));
    expect(explain(idOf(2))).toEqual(before);
    expect(take(listDismissed(app)).dismissed).toEqual([]);
  });

  it('comes after what was not, in the list that says why', () => {
    const session = (here[2] as Moment).session;
    const list = () => take(listRankedMoments(app, { session, limit: 50 })).moments;
    expect(list().map(({ explained }) => explained.rule)).toEqual(['a-rule', 'another-rule']);
    for (const index of [0, 1]) take(dismissMoment(app, idOf(index), legitimate));
    expect(list().map(({ explained }) => explained.rule)).toEqual(['another-rule', 'a-rule']);
  });

  it('is offered today after what was not', () => {
    for (const index of [0, 1]) take(dismissMoment(app, idOf(index), legitimate));
    const offered = take(showToday(app)).moments.filter(({ repository }) => repository === 'shop');
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.map(({ id }) => app.journal.moments.get(id)?.moment.rule)).not.toContain('a-rule');
  });

  it('of another reason lowers nothing', () => {
    const before = explain(idOf(2));
    expect(take(dismissMoment(app, idOf(0), { reason: 'wrong' }))).toEqual({ legitimate: null });
    expect(explain(idOf(2))).toEqual(before);
  });
});

describe('what a person has judged before', () => {
  it('is less new, and the less the more rightly it was judged', () => {
    expect(noveltyOf(idOf(2))).toMatchObject({ factor: 1, words: expect.stringContaining('new to you') });
    judge(idOf(0), { verdict: 'accept', probability: 50 });
    expect(noveltyOf(idOf(2))?.factor).toBeCloseTo(0.9);
    judge(idOf(1), { verdict: 'reject', probability: 90 });
    expect(noveltyOf(idOf(2))?.factor).toBeCloseTo(0.9 ** 2 * 0.75);
    expect(noveltyOf(idOf(2))?.words).toMatch(/^you judged 2 rounds about “.+”, 1 rightly/);
  });
});

/** Judges the moment with a confidence in what really happened. */
function judge(id: MomentId, { verdict, probability }: Pick<Judgement, 'verdict' | 'probability'>): void {
  const settled = app.journal.moments.get(id)?.moment.propositions.find(({ truth }) => truth !== null);
  const round = take(startRound(app, id)).id;
  take(
    sealJudgement(app, round, {
      verdict,
      lines: [],
      reason: 'Nothing was run after the change.',
      proposition: settled?.id ?? '',
      probability: settled?.truth ? probability : 100 - probability,
      changeMyMind: '',
      knewOutcome: false,
    }),
  );
}
