import type { Journal } from '../../journal/open-journal.ts';
import { readJudgement, type JudgementSign } from '../../learning/ledger/read-judgement.ts';
import { makeCard } from '../../learning/recall/make-card.ts';
import type { RecallCard } from '../../model/recall.ts';
import type { JudgedRound } from './judged-round.ts';
import type { Catalogue } from './load-catalogue.ts';
import { writeEvidence } from './write-evidence.ts';

/**
 * Keeps what a closed round says: signs for and against beliefs, and a card for its rule. Twice is once: ids are made of content.
 * Nothing where the round is not closed.
 */
export function recordRound(journal: Journal, catalogue: Catalogue, round: JudgedRound): void {
  if (!round.closed) return;
  const { judgement, sound, propositions } = round;
  const signs = judgement ? readJudgement(judgement, { sound, propositions: [...propositions] }) : [];
  // When it was revealed never changes; a round opened again is closed a second time.
  for (const sign of [...signs, ...listBeliefsToAskAbout(catalogue, round, signs)]) addSign(journal, catalogue, round, sign);
  keepCard(
    journal,
    makeCard({
      source: { type: 'round', id: round.id },
      concepts: [...round.concepts],
      misconception: signs.find(({ direction }) => direction === 'for')?.misconception ?? null,
      rule: round.closed.rule,
      moment: round.moment,
      context: round.context,
      createdAt: round.closed.at,
    }),
  );
}

/** A round that was opened again may have been closed with another rule. */
function keepCard({ recallCards }: Journal, card: RecallCard): void {
  const known = recallCards.get(card.id);
  if (!known) recallCards.addMissing(card);
  else if (known.rule !== card.rule) recallCards.save({ ...known, rule: card.rule });
}

type Sign = Pick<JudgementSign, 'misconception' | 'direction'> & { readonly source: JudgementSign['source'] | 'moment' };

/**
 * What my session shows of an unsound decision is no sign of what I believe: only a reason to ask. What the other person's shows is
 * not even that.
 */
function listBeliefsToAskAbout(catalogue: Catalogue, { sound, moment, propositions }: JudgedRound, signs: readonly JudgementSign[]): Sign[] {
  if (sound || moment === null) return [];
  return propositions.flatMap(({ belief, truth }) => {
    const known = belief !== undefined && truth === false ? catalogue.find(belief) : null;
    return known && !signs.some(({ misconception }) => misconception === known.id) ? [{ misconception: known.id, source: 'moment', direction: 'for' }] : [];
  });
}

function addSign(journal: Journal, catalogue: Catalogue, { occasion, context, revealedAt }: JudgedRound, { misconception: id, source, direction }: Sign): void {
  const misconception = catalogue.find(id);
  // Judged right, another case is a transfer case; whether its context is new the ledger decides.
  const transfer = direction === 'against';
  if (misconception) writeEvidence(journal, misconception, { source, direction, occasion, context, words: null, transfer, at: revealedAt });
}
