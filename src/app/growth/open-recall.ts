import type { Journal } from '../../journal/open-journal.ts';
import { chooseSibling } from '../../learning/recall/choose-sibling.ts';
import type { AskedCard } from '../../model/api/recall.ts';
import type { MomentId } from '../../model/moment.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { frameCase } from '../frame-case.ts';
import type { GrowthApp } from './growth-app.ts';
import { listDueCards } from './list-due-cards.ts';
import { listSiblingCases } from './list-sibling-cases.ts';
import { takeInRounds } from './take-in-rounds.ts';

const THROUGH_A_CASE = 'Here is another case of yours. Which of the rules you keep matters in it, and what would you do?';

/**
 * Today's cards in order, each asked through a case where there is one. What names its concept, and what kind of item it is, is left out:
 * that case was not judged yet. Rounds that were closed before cards were kept get theirs first.
 */
export function openRecall({ journal, clock }: GrowthApp): Result<AskedCard[], Problem> {
  return journal.write(() => {
    takeInRounds(journal);
    return askCards(journal, clock());
  });
}

function askCards(journal: Journal, now: Date): AskedCard[] {
  const cases = listSiblingCases(journal);
  const taken = new Set<MomentId>();
  return listDueCards(journal, now).map((card) => {
    const sibling = chooseSibling(
      card,
      cases.filter(({ moment }) => !taken.has(moment)),
    );
    const framed = sibling && frameCase(journal, sibling.moment);
    if (sibling && framed) taken.add(sibling.moment);
    return { id: card.id, question: framed ? THROUGH_A_CASE : card.question, case: framed };
  });
}
