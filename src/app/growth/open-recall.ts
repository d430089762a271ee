import type { Journal } from '../../journal/open-journal.ts';
import { createScheduler } from '../../learning/recall/create-scheduler.ts';
import { chooseSibling, type SiblingCase } from '../../learning/recall/choose-sibling.ts';
import { nameKind } from '../../learning/recall/name-kind.ts';
import { isRemembered, reviewCard } from '../../learning/recall/review-card.ts';
import { findMisconception } from '../../learning/misconceptions/catalogue.ts';
import type { Case } from '../../model/case.ts';
import type { MomentId } from '../../model/moment.ts';
import { problem, type Problem } from '../../model/problem.ts';
import type { CardId, RecallCard, RecallGrade, RecallKind } from '../../model/recall.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { frameCase } from '../frame-case.ts';
import type { GrowthApp } from './growth-app.ts';
import { listDueCards } from './list-due-cards.ts';
import { listOwnRounds } from './list-own-rounds.ts';
import { recordRound } from './record-round.ts';

/** As many moments are looked through for a sibling case. */
const MAX_CASES = 500;

/** One card as it is asked: through a case where there is one. What names its concept is left out then: that case was not judged yet. */
export interface AskedCard {
  readonly id: CardId;
  readonly kind: RecallKind;
  readonly question: string;
  readonly case: Case | null;
}

const THROUGH_A_CASE = 'Here is another case of yours. Which of the rules you keep matters in it, and what would you do?';

/** Today's cards in order. Rounds that were closed before cards were kept get theirs first. */
export function openRecall({ journal, clock }: GrowthApp): Result<AskedCard[], Problem> {
  return journal.write(() => {
    for (const { round } of listOwnRounds(journal)) recordRound(journal, round);
    const now = clock();
    const cases = listCases(journal);
    const taken = new Set<MomentId>();
    return listDueCards(journal, now).map((card) => {
      const sibling = chooseSibling(
        card,
        cases.filter(({ moment }) => !taken.has(moment)),
      );
      const framed = sibling && frameCase(journal, sibling.moment);
      if (sibling && framed) taken.add(sibling.moment);
      const kind = nameKind(card, framed ? sibling : null, now.toISOString());
      return { id: card.id, kind, question: framed ? THROUGH_A_CASE : card.question, case: framed };
    });
  });
}

export interface CardAnswer {
  readonly grade: RecallGrade;
  readonly kind: RecallKind;
  /** The case it was asked through. */
  readonly moment: MomentId | null;
}

/** What was to come back. From here on the case it was asked through is known, so Today offers it no more. */
export function turnCard({ journal }: GrowthApp, id: CardId, moment: MomentId | null): Result<RecallCard, Problem> {
  const turned = journal.write(() => {
    const card = journal.recallCards.get(id);
    if (card && moment) journal.today.markOffered(moment);
    return card ? ok(card) : failed(noSuchCard());
  });
  return turned.ok ? turned.value : turned;
}

/** Keeps the answer, says when the card comes back, and writes down what it says about the belief it works on. */
export function answerCard({ journal, clock }: GrowthApp, id: CardId, { grade, kind, moment }: CardAnswer): Result<RecallCard, Problem> {
  const answered = journal.write((): Result<RecallCard, Problem> => {
    const card = journal.recallCards.get(id);
    if (!card) return failed(noSuchCard());
    const at = clock().toISOString();
    const next = reviewCard(card, { at, grade, kind, moment }, createScheduler({ programmeEnd: null }));
    journal.recallCards.save(next);
    recordAnswer(journal, card, { grade, kind, moment }, at);
    return ok(next);
  });
  return answered.ok ? answered.value : answered;
}

function recordAnswer(journal: Journal, card: RecallCard, { grade, kind, moment }: CardAnswer, at: string): void {
  const misconception = card.misconception && findMisconception(card.misconception);
  if (!misconception) return;
  const session = moment && journal.moments.get(moment)?.moment.session;
  journal.ledger.add({
    misconception: misconception.id,
    version: misconception.version,
    event: {
      type: 'evidence',
      source: 'recall',
      direction: isRemembered({ grade }) ? 'against' : 'for',
      // Asked again, the same card shows nothing independent: the occasion is the card, or the case it was asked through.
      occasion: moment ?? card.id,
      context: (session && journal.sessions.get(session)?.repository) ?? card.context,
      words: null,
      transfer: kind === 'transfer',
      at,
    },
  });
}

function listCases(journal: Journal): SiblingCase[] {
  const judged = new Set<string>(journal.rounds.list().map(({ moment }) => moment));
  return journal.moments.list(MAX_CASES, 0).flatMap(({ moment }) => {
    const session = journal.sessions.get(moment.session);
    if (!session || session.demo) return [];
    const beliefs = moment.propositions.flatMap(({ belief }) => belief ?? []);
    return [{ moment: moment.id, concepts: moment.concepts, beliefs, context: session.repository ?? '', judged: judged.has(moment.id) }];
  });
}

const noSuchCard = (): Problem => problem('not-found', 'There is no such card in this journal.');
