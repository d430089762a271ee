import type { Journal } from '../journal/open-journal.ts';
import type { MomentRecord } from '../journal/moments-table.ts';
import type { SessionRecord } from '../journal/sessions-table.ts';
import type { MomentCard } from '../model/api/today.ts';
import { toAskedQuestion } from './tutor/find-reading.ts';

/**
 * A moment as a list may show it. The session is named by its first words: its title may have been written at the end, and
 * would tell how things went.
 */
export function toMomentCard(journal: Pick<Journal, 'readings'>, { moment, place, context }: MomentRecord, session: SessionRecord): MomentCard {
  return {
    id: moment.id,
    session: session.id,
    sessionTitle: session.opening,
    agent: moment.agent,
    repository: session.repository,
    question: toAskedQuestion(journal, moment),
    place,
    at: moment.at ?? session.startedAt,
    minutes: moment.minutes,
    context,
  };
}
