import type { Journal } from '../../../journal/open-journal.ts';
import type { CaseId } from '../../../model/team/ids.ts';

/**
 * Takes out of this journal what was made of a case that is forgotten: what was kept of its rounds, their cards for recall, signs they
 * gave, and what settled them. An empty place stays, so that none of it comes back from the team or another machine. A person's own
 * words stay theirs, without where they were said.
 */
export function forgetDerived(journal: Journal, forgotten: CaseId): void {
  const rounds = journal.teamRounds.list().filter(({ case: of }) => of === forgotten);
  const ids = new Set<string>(rounds.map(({ id }) => id));
  const cards = journal.recallCards.list().filter(({ source }) => source.type === 'round' && ids.has(source.id));
  for (const { id } of cards) {
    journal.recallCards.remove(id);
    journal.ledger.forgetOccasion(id);
  }
  journal.ledger.forgetOccasion(forgotten);
  for (const round of rounds) {
    journal.settlements.forgetRound(round.id);
    if (round.content !== null) journal.teamRounds.save({ ...round, content: null });
  }
}

/** The same for all that are known to be forgotten: after another machine's journal was taken in. */
export function forgetDerivedAgain(journal: Journal): void {
  const forgotten = journal.teamRounds.list().flatMap((round) => (round.content === null ? [round.case] : []));
  for (const id of new Set(forgotten)) forgetDerived(journal, id);
}
