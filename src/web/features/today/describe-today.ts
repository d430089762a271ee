import type { Today } from '../../../model/api/today.ts';
import { capitalise, formatCount, toNumberWord } from '../../text/format-amount.ts';
import { formatWeekday } from '../../text/format-when.ts';

/** "Friday. Two moments, about eleven minutes." */
export function describeToday(today: Today, now: Date): string {
  const day = formatWeekday(now);
  if (today.sessionsKnown === 0) return `${day}. A quiet start.`;
  const count = today.moments.length;
  if (count === 0) return today.done ? `${day}. Done for today.` : `${day}. Nothing to stop for.`;
  const minutes = today.moments.reduce((sum, moment) => sum + moment.minutes, 0);
  return `${day}. ${capitalise(toNumberWord(count))} ${count === 1 ? 'moment' : 'moments'}, about ${toNumberWord(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}.`;
}

/** "From 3 sessions since yesterday, 412 events read on this machine. Nothing has left it." */
export function describeReading({ read, sent, shared, sessionsKnown }: Pick<Today, 'read' | 'sent' | 'shared' | 'sessionsKnown'>): string {
  const went = [
    ...(shared === 0 ? [] : [`${formatCount(shared, 'case')} to your pair`]),
    ...(sent === 0 ? [] : [`${formatCount(sent, 'request')} to your second reader`]),
  ];
  const left = went.length === 0 ? 'Nothing has left it.' : `What left it: ${went.join(', ')}. Settings lists ${shared + sent === 1 ? 'it' : 'them'}.`;
  if (sessionsKnown === 0) return `No sessions read on this machine yet. ${left}`;
  if (read.sessions === 0) return `No new session on this machine since yesterday. ${left}`;
  return `From ${formatCount(read.sessions, 'session')} since yesterday, ${formatCount(read.events, 'event')} read on this machine. ${left}`;
}
