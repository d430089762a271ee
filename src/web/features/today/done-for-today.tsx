import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Today } from '../../../model/api/today.ts';
import { roundsQuery } from '../../api/queries.ts';
import { formatCount, toNumberWord, capitalise } from '../../text/format-amount.ts';
import { EmptyNotice } from '../../ui/notice.tsx';
import { Line } from '../../ui/text.tsx';

const isSameDay = (iso: string | null, now: Date): boolean => iso !== null && new Date(iso).toDateString() === now.toDateString();

/** Finished, and pleasant: what was kept today, and leave to go. */
export function DoneForToday({ today, now }: { today: Today; now: Date }) {
  const rounds = useQuery(roundsQuery());
  const kept = rounds.data?.rounds.filter((round) => round.generalRule !== null && isSameDay(round.closedAt, now)) ?? [];
  const closed = today.roundsClosedToday;

  if (!today.done)
    return (
      <EmptyNotice title="Nothing in your recent work asks for five minutes.">
        <p className="text-ink-2">That happens, and it is good. New sessions are looked at as they come.</p>
        <MoreInSessions today={today} />
      </EmptyNotice>
    );
  return (
    <EmptyNotice
      title={
        closed > 0 ? `${capitalise(toNumberWord(closed))} ${closed === 1 ? 'round' : 'rounds'} closed. That is enough for one day.` : 'That is all for today.'
      }
    >
      {kept.length > 0 && (
        <div className="grid gap-2">
          <h2 className="heading">What you keep</h2>
          <ul className="grid gap-2">
            {kept.map(({ id, generalRule }) => (
              <li key={id} className="border-l-2 border-accent pl-3">
                <Link to="/rounds/$id" params={{ id }} className="font-serif text-[1.0625rem] no-underline hover:underline">
                  <Line>{generalRule ?? ''}</Line>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="text-ink-2">Tomorrow there is more. Until then, the work is yours.</p>
      <MoreInSessions today={today} />
    </EmptyNotice>
  );
}

function MoreInSessions({ today }: { today: Today }) {
  if (today.waitingInSessions === 0) return null;
  return (
    <p className="meta">
      {formatCount(today.waitingInSessions, 'moment waits', 'moments wait')} in{' '}
      <Link to="/sessions" className="text-accent underline underline-offset-3">
        Sessions
      </Link>
      , whenever you like.
    </p>
  );
}
