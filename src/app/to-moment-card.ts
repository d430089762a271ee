import type { MomentRecord } from '../journal/moments-table.ts';
import type { SessionRecord } from '../journal/sessions-table.ts';
import type { MomentCard } from '../model/api/today.ts';

/**
 * A moment as a list may show it. The session is named by its first words: its title may have been written at the end, and
 * would tell how things went.
 */
export function toMomentCard({ moment, place, context }: MomentRecord, session: SessionRecord): MomentCard {
  return {
    id: moment.id,
    session: session.id,
    sessionTitle: session.opening,
    agent: moment.agent,
    repository: session.repository,
    question: moment.question,
    place,
    at: moment.at ?? session.startedAt,
    minutes: moment.minutes,
    context,
  };
}
