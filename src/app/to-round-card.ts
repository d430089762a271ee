import type { Journal } from '../journal/open-journal.ts';
import type { RoundCard } from '../model/api/today.ts';
import type { Round } from '../model/round.ts';
import { toAskedQuestion } from './tutor/find-reading.ts';

/** A round as lists show it. The session goes by its opening words: a title is often of how it ended. */
export function toRoundCard(journal: Journal, { id, moment, state, createdAt, closedAt, debrief }: Round): RoundCard {
  const found = journal.moments.get(moment)?.moment;
  const session = found && journal.sessions.get(found.session);
  return {
    id,
    moment,
    question: found ? toAskedQuestion(journal, found) : 'The session of this round is no longer in the journal.',
    sessionTitle: session?.opening ?? '',
    state,
    createdAt,
    closedAt: closedAt ?? null,
    generalRule: debrief?.generalRule ?? null,
  };
}
