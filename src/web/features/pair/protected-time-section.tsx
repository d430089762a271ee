import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProtectedTimeView } from '../../../model/api/team/protected-time.ts';
import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import { protectedTimeQuery, usePairAct } from '../../api/team/pair-queries.ts';
import { formatSpan } from '../../text/format-when.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { formatWeek, isOver, partnerOf } from './describe-week.ts';
import { OfferTime } from './offer-time.tsx';

const nameHours = (hours: number): string => `${hours} ${hours === 1 ? 'hour' : 'hours'}`;

/** Hours of the two against those their plan protects; it informs and never presses. */
export function ProtectedTimeSection({ own }: { own: OwnWeek }) {
  const shown = useQuery(protectedTimeQuery(own.programme));
  return (
    <section aria-labelledby="time" className="grid gap-3.5">
      <h2 id="time" className="heading">
        Protected time
      </h2>
      {shown.isPending && <Skeleton label="Looking for your protected time" heights={[90]} />}
      {shown.isError && <FailureNotice thrown={shown.error} onRetry={() => void shown.refetch()} />}
      {shown.data && <Hours view={shown.data} isOver={isOver(own)} />}
      {shown.data && <Offered view={shown.data} own={own} />}
      {own.state === 'running' && <OfferTime programme={own.programme} other={partnerOf(own).name} />}
    </section>
  );
}

function Hours({ view: { hoursAWeek, weeks }, isOver: hasEnded }: { view: ProtectedTimeView; isOver: boolean }) {
  const [now, ...all] = weeks;
  // Weeks before the first of them say nothing.
  const before = all.slice(0, all.findLastIndex(({ hours }) => hours > 0) + 1);
  const most = Math.max(hoursAWeek, ...weeks.map(({ hours }) => hours), 1);
  if (!now) return null;
  return (
    <div className="card grid gap-3 px-5 py-4">
      <p>{hasEnded ? `${nameHours(hoursAWeek)} a week were agreed.` : `${nameHours(now.hours)} of ${hoursAWeek} this week so far.`}</p>
      <details>
        <summary className="text-ink-2">{before.length > 0 ? 'Weeks before, and what counts' : 'What counts'}</summary>
        {before.length > 0 && (
          <table className="mt-3 w-full text-left">
            <caption className="sr-only">Hours together in each week</caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">Week</th>
                <th scope="col">Hours</th>
                <th scope="col">Drawn</th>
              </tr>
            </thead>
            <tbody>
              {before.map(({ week, hours }) => (
                <tr key={week}>
                  <th scope="row" className="py-0.5 pr-3 font-normal whitespace-nowrap text-ink-2">
                    {formatWeek(week)}
                  </th>
                  <td className="py-0.5 pr-3 text-right whitespace-nowrap">{hours} h</td>
                  <td aria-hidden="true" className="w-full py-0.5">
                    <div className="h-1.5 rounded-sm bg-accent" style={{ width: `${(hours / most) * 100}%` }} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className="meta mt-3">
          Time you both confirmed, meetings held, and the ten minutes before what either of you did in rounds together, on weekly pages and in questions. Each
          minute counts once, to half an hour. Only the two of you see this.
        </p>
      </details>
    </div>
  );
}

function Offered({ view, own }: { view: ProtectedTimeView; own: OwnWeek }) {
  const now = useNow();
  const act = usePairAct('protected-time');
  const [all, setAll] = useState(false);
  const open = view.times.filter(({ confirmedAt }) => confirmedAt === null);
  const shown = all ? view.times : open;
  const other = toVisibleText(partnerOf(own).name);
  return (
    <div className="grid gap-2.5">
      {shown.length > 0 && (
        <ul className="card divide-y divide-line px-5">
          {shown.map(({ id, from, to, offeredBy, confirmedAt }) => {
            const span = formatSpan(from, to, now);
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
                <span>
                  {span}
                  <span className="meta block">
                    {confirmedAt !== null ? 'confirmed' : offeredBy === view.me ? `waits for ${other}` : `${other} says you kept it for each other`}
                  </span>
                </span>
                <span className="flex flex-wrap gap-2">
                  {confirmedAt === null && offeredBy !== view.me && (
                    <Button aria-label={`Confirm ${span}`} disabled={act.isPending} onClick={() => act.mutate({ path: `/${id}/confirm` })}>
                      Confirm
                    </Button>
                  )}
                  <Button
                    look="quiet"
                    aria-label={`Take back ${span}`}
                    disabled={act.isPending}
                    onClick={() => act.mutate({ path: `/${id}`, method: 'DELETE' })}
                  >
                    Take back
                  </Button>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {view.times.length > open.length && (
        <Button look="quiet" className="justify-self-start" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show only what is open' : 'Show what is confirmed'}
        </Button>
      )}
      {act.isError && <FailureNotice thrown={act.error} />}
    </div>
  );
}
