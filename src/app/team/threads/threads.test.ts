import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ask } from '../../../model/api/team/threads.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { CaseId, LessonId } from '../../../model/team/ids.ts';
import { latestChange, readChanges } from '../../../store/listen-for-changes.ts';
import { startSeededStore, type SeededStore } from '../../../store/testing/start-seeded-store.ts';
import { describeWithStore } from '../../../store/testing/start-test-store.ts';
import { keepLesson } from '../lessons/keep-lesson.ts';
import { offerLessonOfAnswer } from '../lessons/offer-lesson.ts';
import { answerThread, ask, closeThread } from './ask.ts';
import { hintCase, listMyThreads } from './list-threads.ts';

function valueOf<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(result.problem.what);
  return result.value;
}

describeWithStore('threads', () => {
  let seeded: SeededStore;
  let now = Date.parse('2026-03-01T10:00:00Z');
  const app = {
    get store() {
      return seeded.store;
    },
    clock: () => new Date((now += 1000)),
  };
  const onCase = (body: string): Ask => ({ case: seeded.case as CaseId, anchor: { line: 12 }, body });

  beforeAll(async () => {
    seeded = await startSeededStore();
  });
  afterAll(() => seeded.store.close());

  test('a question on a line goes either way, is answered, closed by anyone in it, and opened again by answering', async () => {
    const { anna, ben, cleo, dora } = seeded;
    const since = valueOf(await latestChange(seeded.store, anna));
    const asked = valueOf(await ask(app, ben, onCase('Why two locks?')));
    expect(asked).toMatchObject({ askedBy: 'ben', anchor: { line: 12 }, messages: [{ n: 1, author: 'ben', body: 'Why two locks?' }] });
    const told = valueOf(await readChanges(seeded.store, anna, since));
    expect(told).toEqual([expect.objectContaining({ data: { thread: asked.id, case: seeded.case } })]);

    expect(valueOf(await answerThread(app, anna, asked.id, 'One is for readers.')).messages).toHaveLength(2);
    expect(valueOf(await closeThread(app, anna, asked.id))).toMatchObject({ closedBy: 'anna' });
    expect(valueOf(await closeThread(app, ben, asked.id))).toMatchObject({ closedBy: 'anna' });
    const again = valueOf(await answerThread(app, ben, asked.id, 'And the other?'));
    expect(again).toMatchObject({ closedAt: null, closedBy: null });

    for (const other of [cleo, dora]) {
      expect(await answerThread(app, other, asked.id, 'Me too')).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
      expect(await closeThread(app, other, asked.id)).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
      expect(await ask(app, other, onCase('Me too?'))).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
      expect(valueOf(await listMyThreads(app, other, {})).threads).toEqual([]);
    }
  });

  test('loses no answer when two answer at once', async () => {
    const { anna, ben } = seeded;
    const { id } = valueOf(await ask(app, anna, onCase('Who is right?')));
    const answers = Array.from({ length: 12 }, (_, n) => answerThread(app, n % 2 === 0 ? anna : ben, id, `answer ${n}`));
    for (const answered of await Promise.all(answers)) expect(answered.ok).toBe(true);
    const { threads } = valueOf(await listMyThreads(app, ben, { case: seeded.case as CaseId }));
    const messages = threads.find((thread) => thread.id === id)?.messages ?? [];
    expect(messages.map(({ n }) => n)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
    expect(new Set(messages.map(({ body }) => body)).size).toBe(13);
  });

  test('an answer becomes a lesson of who wrote it and who keeps it, a question a hint for a case', async () => {
    const { anna, ben } = seeded;
    const { id } = valueOf(await ask(app, ben, onCase('When may I retry?')));
    await answerThread(app, anna, id, 'Retry only what is idempotent. A second booking is a second debt.');
    expect(await offerLessonOfAnswer(app, ben, { thread: id, n: 1 })).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
    const offer = valueOf(await offerLessonOfAnswer(app, ben, { thread: id, n: 2 }));
    expect(offer).toMatchObject({ lesson: { rule: 'Retry only what is idempotent.' }, authors: [{ name: 'Ben' }, { name: 'Anna' }] });
    const lesson = valueOf(await keepLesson(app, ben, { lesson: offer.lesson, round: null, pair: null, answer: { thread: id, n: 2 } }));
    expect(lesson).toMatchObject({ authors: ['ben', 'anna'], case: seeded.case, pair: seeded.pair });
    expect(valueOf(await hintCase(app, anna, id))).toMatchObject({ question: 'When may I retry?', anchor: { line: 12 }, case: seeded.case });

    const onLesson = valueOf(await ask(app, anna, { lesson: lesson.id as LessonId, anchor: null, body: 'Does it hold for mails?' }));
    const listed = valueOf(await listMyThreads(app, ben, { lesson: lesson.id }));
    expect(listed).toMatchObject({ threads: [{ id: onLesson.id }], people: [{ id: 'anna', name: 'Anna' }] });
  });

  test('takes no question about a forgotten case, or about two things', async () => {
    const { anna } = seeded;
    const { id: lesson } = valueOf(
      await keepLesson(app, anna, { lesson: { rule: 'About one thing at a time.', reasoning: '', tags: [], anchors: [] }, round: null, pair: null }),
    );
    expect(await ask(app, anna, { ...onCase('Both?'), lesson })).toMatchObject({ ok: false, problem: { tag: 'bad-input' } });
    expect(await ask(app, anna, { anchor: null, body: 'Nothing?' })).toMatchObject({ ok: false, problem: { tag: 'bad-input' } });
    await seeded.run(`update rounds.shared_case set forgotten_at = now()`);
    expect(await ask(app, anna, onCase('Still there?'))).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
  });
});
