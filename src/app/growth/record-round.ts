import type { Journal } from '../../journal/open-journal.ts';
import { readJudgement, type JudgementSign } from '../../learning/ledger/read-judgement.ts';
import { findMisconception } from '../../learning/misconceptions/catalogue.ts';
import { makeCard } from '../../learning/recall/make-card.ts';
import type { Round } from '../../model/round.ts';
import { toOwnRound, type OwnRound } from './list-own-rounds.ts';

/**
 * Keeps what a closed round alone says: signs for and against beliefs, and a card for its rule. Twice is once: ids are made of
 * content. Nothing where the round is not closed.
 */
export function recordRound(journal: Journal, round: Round): void {
  const own = toOwnRound(journal, round);
  if (!own || round.state !== 'closed' || !round.closedAt || !round.debrief) return;
  // When it was revealed never changes; a round opened again is closed a second time.
  const at = round.revealedAt ?? round.closedAt;
  const signs = own.judgement ? readJudgement(own.judgement, { sound: own.sound, propositions: own.moment.propositions }) : [];
  for (const sign of signs) addSign(journal, own, sign, at);
  for (const belief of listBeliefsToAskAbout(own, signs)) addSign(journal, own, belief, at);
  journal.recallCards.addMissing(
    makeCard({
      source: { type: 'round', id: round.id },
      concepts: own.moment.concepts,
      misconception: signs.find(({ direction }) => direction === 'for')?.misconception ?? null,
      rule: round.debrief.generalRule,
      moment: own.moment.id,
      context: own.context,
      createdAt: round.closedAt,
    }),
  );
}

type Sign = Pick<JudgementSign, 'misconception' | 'direction'> & { readonly source: JudgementSign['source'] | 'moment' };

/** What the session shows of an unsound decision is no sign of what the person believes: only a reason to ask. */
function listBeliefsToAskAbout({ sound, moment }: OwnRound, signs: readonly JudgementSign[]): Sign[] {
  if (sound) return [];
  return moment.propositions.flatMap(({ belief, truth }) => {
    const known = belief !== undefined && truth === false ? findMisconception(belief) : null;
    return known && !signs.some(({ misconception }) => misconception === known.id) ? [{ misconception: known.id, source: 'moment', direction: 'for' }] : [];
  });
}

function addSign(journal: Journal, { moment, context }: OwnRound, { misconception, source, direction }: Sign, at: string): void {
  const version = findMisconception(misconception)?.version;
  if (version === undefined) return;
  // Judged right, another case is a transfer case; whether its context is new the ledger decides.
  const transfer = direction === 'against';
  journal.ledger.add({ misconception, version, event: { type: 'evidence', source, direction, occasion: moment.id, context, words: null, transfer, at } });
}
