import type { Journal } from '../../../journal/open-journal.ts';
import { makeCard } from '../../../learning/recall/make-card.ts';
import { toCardId } from '../../../model/recall.ts';
import type { Lesson } from '../../../model/team/lesson.ts';

/**
 * Keeps a card for each lesson that I am an author of, but for those of a round whose rule I keep already. A lesson that was written
 * anew changes its card, one that was retired puts it away. Returns how many cards are new.
 */
export function takeLessons(journal: Journal, lessons: readonly Lesson[], me: string): number {
  let added = 0;
  for (const lesson of lessons) {
    const card = journal.recallCards.get(toCardId({ type: 'lesson', id: lesson.id }, null));
    if (card) followLesson(journal, lesson);
    else if (lesson.retiredAt === null && lesson.authors.some((author) => author === me) && !isKeptOfRound(journal, lesson)) {
      keepLessonCard(journal, lesson);
      added += 1;
    }
  }
  return added;
}

export function keepLessonCard(journal: Journal, lesson: Lesson): void {
  const { id, tags, anchors, rule, createdAt } = lesson;
  const [anchor] = anchors;
  const concepts = tags.length > 0 ? tags : anchor ? [anchor.symbol ?? anchor.path] : [];
  journal.recallCards.addMissing(
    makeCard({
      source: { type: 'lesson', id },
      concepts,
      misconception: null,
      rule,
      moment: null,
      context: anchor?.repository ?? '',
      createdAt: new Date(createdAt).toISOString(),
    }),
  );
}

function followLesson(journal: Journal, { id, rule, retiredAt }: Lesson): void {
  const card = journal.recallCards.get(toCardId({ type: 'lesson', id }, null));
  if (!card) return;
  const putAwayAt = card.putAwayAt ?? (retiredAt && new Date(retiredAt).toISOString());
  if (card.rule !== rule || card.putAwayAt !== putAwayAt) journal.recallCards.save({ ...card, rule, putAwayAt });
}

const isKeptOfRound = ({ recallCards }: Journal, { round, rule }: Lesson): boolean =>
  round !== null && recallCards.list().some(({ source, rule: kept }) => source.id === round && kept === rule);
