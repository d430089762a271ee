import type { Journal } from '../../journal/open-journal.ts';
import { createScheduler } from '../../learning/recall/create-scheduler.ts';
import { nameKind } from '../../learning/recall/name-kind.ts';
import { isRemembered, reviewCard } from '../../learning/recall/review-card.ts';
import type { AnsweredCard, CardAnswer } from '../../model/api/recall.ts';
import type { MomentId } from '../../model/moment.ts';
import { problem, type Problem } from '../../model/problem.ts';
import type { CardId, RecallCard, Review } from '../../model/recall.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { GrowthApp } from './growth-app.ts';
import { startOfToday } from './list-due-cards.ts';
import { findSiblingCase } from './list-sibling-cases.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { findProgrammeEnd } from './programme-end.ts';
import { writeEvidence } from './write-evidence.ts';

const DAY_MS = 86_400_000;

/** What was to come back. From here on the case it was asked through is known, so Today offers it no more. */
export function turnCard({ journal }: GrowthApp, id: CardId, moment: MomentId | null): Result<RecallCard, Problem> {
  return changeCard(journal, id, (card) => {
    if (moment) journal.today.markOffered(moment);
    return ok(card);
  });
}

/** Keeps the answer, says when the card comes back, and writes down what it says about the belief it works on. Once a day. */
export function answerCard({ journal, clock }: GrowthApp, id: CardId, { grade, moment }: CardAnswer): Result<AnsweredCard, Problem> {
  return changeCard(journal, id, (card) => {
    const now = clock();
    if (card.memory && card.memory.reviewedAt >= startOfToday(now))
      return failed(problem('conflict', 'This card was answered today already.', { next: 'It comes back another day.' }));
    const at = now.toISOString();
    const review: Review = { at, grade, kind: nameKind(card, moment && findSiblingCase(journal, moment), at), moment };
    const next = reviewCard(card, review, createScheduler({ programmeEnd: findProgrammeEnd(journal) }));
    journal.recallCards.save(next);
    recordAnswer(journal, card, review);
    const due = next.memory?.due ?? at;
    return ok({ kind: review.kind, due, days: Math.round((Date.parse(due) - now.getTime()) / DAY_MS) });
  });
}

/** Never asked again, or asked again after all; what was answered stays. */
export function putCardAway({ journal, clock }: GrowthApp, id: CardId, isAway: boolean): Result<null, Problem> {
  return changeCard(journal, id, (card) => {
    journal.recallCards.save({ ...card, putAwayAt: isAway ? (card.putAwayAt ?? clock().toISOString()) : null });
    return ok(null);
  });
}

function changeCard<T>(journal: Journal, id: CardId, change: (card: RecallCard) => Result<T, Problem>): Result<T, Problem> {
  const changed = journal.write((): Result<T, Problem> => {
    const card = journal.recallCards.get(id);
    return card ? change(card) : failed(problem('not-found', 'There is no such card in this journal.'));
  });
  return changed.ok ? changed.value : changed;
}

function recordAnswer(journal: Journal, card: RecallCard, { grade, kind, moment, at }: Review): void {
  const misconception = card.misconception && loadCatalogue(journal).find(card.misconception);
  if (!misconception) return;
  writeEvidence(journal, misconception, {
    source: 'recall',
    direction: isRemembered({ grade }) ? 'against' : 'for',
    // Asked again, the same card shows nothing independent: the occasion is the card, or the case it was asked through.
    occasion: moment ?? card.id,
    context: (moment && findSiblingCase(journal, moment)?.context) || card.context,
    words: null,
    transfer: kind === 'transfer',
    at,
  });
}
