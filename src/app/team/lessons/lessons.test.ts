import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KeepLesson } from '../../../model/api/team/lessons.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { LessonId, PairId } from '../../../model/team/ids.ts';
import type { LessonDraft } from '../../../model/team/lesson.ts';
import { latestChange, readChanges } from '../../../store/listen-for-changes.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { SEEDED_RULE, startSeededStore, type SeededStore } from '../../../store/testing/start-seeded-store.ts';
import { describeWithStore } from '../../../store/testing/start-test-store.ts';
import { anchorLesson, changeLesson, publishMyLesson, retireMyLesson } from './change-lesson.ts';
import { keepLesson } from './keep-lesson.ts';
import { offerLessonOfRound } from './offer-lesson.ts';
import { reportStale } from './report-stale.ts';
import { listLessons, showLesson } from './show-lesson.ts';

const HASH = 'ab'.repeat(32);
const COMMIT = 'c'.repeat(40);
const REPOSITORY = 'example.org/team/books';

const anchor = (over: Partial<LessonDraft['anchors'][number]> = {}): LessonDraft['anchors'][number] => ({
  repository: REPOSITORY,
  path: 'src/ledger.ts',
  symbol: 'Ledger.append',
  startLine: 5,
  endLine: 6,
  contentHash: HASH,
  commit: COMMIT,
  ...over,
});

const draft = (over: Partial<LessonDraft> = {}): LessonDraft => ({
  rule: 'Book the amount before the totals.',
  reasoning: 'A reader may look in between, and recalculateBalances would count it twice.',
  tags: ['ledger'],
  anchors: [anchor()],
  ...over,
});

const alone = (lesson: LessonDraft): KeepLesson => ({ lesson, round: null, pair: null });

function valueOf<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(result.problem.what);
  return result.value;
}

describeWithStore('lessons', () => {
  let seeded: SeededStore;
  let now = Date.parse('2026-03-01T10:00:00Z');
  const app = {
    get store() {
      return seeded.store;
    },
    clock: () => new Date((now += 1000)),
  };
  const keep = async (actor: Actor, kept: KeepLesson) => valueOf(await keepLesson(app, actor, kept));
  const find = async (actor: Actor, query: Parameters<typeof listLessons>[2]): Promise<LessonId[]> =>
    valueOf(await listLessons(app, actor, query)).lessons.map(({ id }) => id);

  beforeAll(async () => {
    seeded = await startSeededStore();
  });
  afterAll(() => seeded.store.close());

  test('a debrief becomes one lesson of both, whoever keeps it and however often', async () => {
    const { anna, ben, cleo } = seeded;
    const round = seeded.round as RoundId;
    const offer = valueOf(await offerLessonOfRound(app, ben, round));
    expect(offer).toMatchObject({ pair: seeded.pair, case: seeded.case, kept: null, authors: [{ name: 'Ben' }, { name: 'Anna' }] });
    expect(offer.lesson.rule).toBe(SEEDED_RULE);

    const lesson = await keep(ben, { lesson: offer.lesson, round, pair: null });
    expect(lesson).toMatchObject({ authors: ['ben', 'anna'], author: 'ben', round, case: seeded.case, pair: seeded.pair, stale: false, publishedAt: null });
    expect((await keep(anna, { lesson: offer.lesson, round, pair: null })).id).toBe(lesson.id);
    expect(valueOf(await offerLessonOfRound(app, anna, round)).kept).toBe(lesson.id);
    expect(await offerLessonOfRound(app, cleo, round)).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
    expect(await keepLesson(app, cleo, { lesson: offer.lesson, round, pair: null })).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
  });

  test('is of its authors and their pair until it is published, and never of another organisation', async () => {
    const { anna, ben, cleo, dora } = seeded;
    const mine = await keep(anna, alone(draft({ rule: 'Only for me to begin with.' })));
    const ours = await keep(anna, { lesson: draft({ rule: 'Ours to begin with, for now.' }), round: null, pair: seeded.pair as PairId });
    for (const [actor, sees] of [
      [anna, [true, true]],
      [ben, [false, true]],
      [cleo, [false, false]],
      [dora, [false, false]],
    ] as const) {
      const shown = await Promise.all([mine, ours].map(async ({ id }) => (await showLesson(app, actor, id)).ok));
      expect(shown, actor.person).toEqual(sees);
      const found = await find(actor, { q: 'begin with' });
      expect(
        [mine, ours].map(({ id }) => found.includes(id)),
        actor.person,
      ).toEqual(sees);
    }
    expect(await publishMyLesson(app, ben, ours.id)).toMatchObject({ ok: false, problem: { tag: 'not-allowed' } });
    expect(valueOf(await publishMyLesson(app, anna, mine.id)).publishedAt).not.toBeNull();
    expect(valueOf(await showLesson(app, cleo, mine.id))).toMatchObject({ mine: false, authors: [{ id: 'anna', name: 'Anna' }] });
    expect((await showLesson(app, dora, mine.id)).ok).toBe(false);
    expect(await find(cleo, { q: 'begin with' })).toEqual([mine.id]);
    expect(await find(dora, { q: 'begin with' })).toEqual([]);
    expect(await changeLesson(app, cleo, mine.id, draft())).toMatchObject({ ok: false, problem: { tag: 'not-allowed' } });
    expect(await keepLesson(app, cleo, { lesson: draft(), round: null, pair: seeded.pair as PairId })).toMatchObject({
      ok: false,
      problem: { tag: 'not-allowed' },
    });
  });

  test('is found by words, their stems and beginnings, parts of names, misspelt, by path and by tag', async () => {
    const { anna } = seeded;
    const { id } = await keep(
      anna,
      alone(
        draft({
          rule: 'Serialise migrations with an advisory lock.',
          reasoning: 'Two servers start at once; runPendingSteps is not idempotent.',
          tags: ['startup'],
          anchors: [anchor({ path: 'src/store/migrate.ts' })],
        }),
      ),
    );
    for (const q of ['advisory lock', 'migration', 'serialis', 'PendingSteps', 'advisry locks', 'startup', 'migrate.ts', 'idempotent "advisory lock"'])
      expect(await find(anna, { q }), q).toContain(id);
    for (const q of ['kangaroo', 'lock kangaroo', '100%', '\\', "'; drop table rounds.lesson; --"]) expect(await find(anna, { q }), q).not.toContain(id);
    expect(await listLessons(app, anna, { q: 'a\u0000b' })).toMatchObject({ ok: false, problem: { tag: 'bad-input' } });
    expect(await find(anna, { tag: 'startup' })).toEqual([id]);
    expect(await find(anna, { repository: REPOSITORY, path: 'src/store/migrate.ts' })).toEqual([id]);
    expect(await find(anna, { repository: 'example.org/none' })).toEqual([]);
  });

  test('puts a match in the rule before one in the reasons', async () => {
    const { anna } = seeded;
    const inReason = await keep(anna, alone(draft({ rule: 'Name what a function returns.', reasoning: 'A zeppelin is named too.' })));
    const inRule = await keep(anna, alone(draft({ rule: 'Moor every zeppelin twice.', reasoning: 'Wind turns.' })));
    expect(await find(anna, { q: 'zeppelin' })).toEqual([inRule.id, inReason.id]);
  });

  test('is stale once anybody who sees it says so: its authors are asked, once, and it stands first for them', async () => {
    const { anna, ben } = seeded;
    const { id } = await keep(anna, {
      lesson: draft({ rule: 'Stale one day, and then asked about.', tags: ['day'] }),
      round: null,
      pair: seeded.pair as PairId,
    });
    await keep(anna, alone(draft({ rule: 'A later one that holds.', tags: ['day'] })));
    const since = valueOf(await latestChange(seeded.store, anna));
    const stale = { stale: [{ n: 0, commit: 'd'.repeat(40), contentHash: HASH }] };
    expect(valueOf(await reportStale(app, ben, id, stale))).toMatchObject({ stale: true, anchors: [{ staleCommit: 'd'.repeat(40) }] });
    await reportStale(app, ben, id, stale);
    expect(valueOf(await readChanges(seeded.store, anna, since))).toEqual([expect.objectContaining({ data: { lesson: id, stale: true } })]);
    expect((await find(anna, { tag: 'day' }))[0]).toBe(id);
    expect(await find(anna, { stale: 'true', tag: 'day' })).toEqual([id]);
    expect(await reportStale(app, seeded.dora, id, stale)).toMatchObject({ ok: false, problem: { tag: 'not-found' } });

    const reworded = valueOf(await changeLesson(app, anna, id, draft({ rule: 'Reworded, and its code as it was.' })));
    expect(reworded).toMatchObject({ rule: 'Reworded, and its code as it was.', stale: true });
    const moved = valueOf(await anchorLesson(app, anna, id, { anchors: [anchor({ contentHash: 'cd'.repeat(32), commit: 'd'.repeat(40) })] }));
    expect(moved.stale).toBe(false);
    // What was looked at meanwhile is not there any more.
    expect(valueOf(await reportStale(app, ben, id, stale)).stale).toBe(false);
  });

  test('leaves every list when it is retired, and can come back', async () => {
    const { anna } = seeded;
    const { id } = await keep(anna, alone(draft({ tags: ['old'] })));
    expect(valueOf(await retireMyLesson(app, anna, id)).retiredAt).not.toBeNull();
    expect(await find(anna, { tag: 'old' })).toEqual([]);
    expect((await showLesson(app, anna, id)).ok).toBe(true);
    await retireMyLesson(app, anna, id, { back: true });
    expect(await find(anna, { tag: 'old' })).toEqual([id]);
  });
});
