import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarTime } from '../../../programme/calendar/read-event.ts';
import { toApiFailure } from '../../api/api-failure.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import type { FoundTimes, Series } from '../../../programme/calendar/find-times.ts';

const WHEN = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const minutesOf = ({ from, to }: CalendarTime): number => Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
const keyOf = ({ from, to }: CalendarTime): string => `${from} ${to}`;

/** None is chosen beforehand: which meetings were time of the two, only they know. */
export function ChooseTimes({ programme, partner, found }: { programme: string; partner: string; found: FoundTimes }) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, CalendarTime>>(new Map());
  const [showsAll, setShowsAll] = useState(false);
  const queryClient = useQueryClient();
  const offer = useMutation({
    mutationFn: async (times: readonly CalendarTime[]) => {
      let offered = 0;
      for (const { from, to } of times) if (await offerTime(programme, { from, to })) offered += 1;
      return { offered, known: times.length - offered };
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['team', 'protected-time'] }),
    onSuccess: () => setChosen(new Map()),
  });
  const toggle = (times: readonly CalendarTime[], isOn: boolean): void => {
    const next = new Map(chosen);
    for (const time of times)
      if (isOn) next.set(keyOf(time), time);
      else next.delete(keyOf(time));
    setChosen(next);
  };
  const shown = found.series.filter(({ isLikely }) => showsAll || isLikely);
  const others = found.series.length - found.series.filter(({ isLikely }) => isLikely).length;
  return (
    <div className="grid gap-3">
      <p>
        {shown.length === 0 ? 'Nothing in it looks like a meeting of the two of you.' : `Which of these were time of you and ${partner}?`}
        {found.leftOut > 0 && <span className="meta block">{found.leftOut} other entries were left out: whole days, called off, or not to be read.</span>}
      </p>
      <ul className="grid gap-2.5" aria-label="Meetings found">
        {shown.map((series) => (
          <SeriesRow key={series.id} series={series} isChosen={(time) => chosen.has(keyOf(time))} onToggle={toggle} />
        ))}
      </ul>
      {!showsAll && others > 0 && (
        <div>
          <Button look="quiet" onClick={() => setShowsAll(true)}>
            Show {others} more of this calendar
          </Button>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={offer.isPending || chosen.size === 0} onClick={() => offer.mutate([...chosen.values()])}>
          {offer.isPending ? 'Offering…' : `Offer ${chosen.size} to ${partner}`}
        </Button>
        <output className="meta">
          {offer.data && `${offer.data.offered} offered${offer.data.known > 0 ? `, ${offer.data.known} were there already` : ''}. ${partner} confirms them.`}
        </output>
      </div>
      {offer.isError && <FailureNotice thrown={offer.error} />}
    </div>
  );
}

interface SeriesRowProps {
  readonly series: Series;
  readonly isChosen: (time: CalendarTime) => boolean;
  readonly onToggle: (times: readonly CalendarTime[], isOn: boolean) => void;
}

function SeriesRow({ series: { title, times }, isChosen, onToggle }: SeriesRowProps) {
  const count = times.filter(isChosen).length;
  const [first] = times;
  if (!first) return null;
  const when = times.length === 1 ? `${WHEN.format(new Date(first.from))}, ${minutesOf(first)} min` : `${times.length} times, ${minutesOf(first)} min each`;
  return (
    <li className="grid gap-1">
      <label aria-label={`${title || 'Without a title'}, ${when}`} className="flex items-start gap-2.5">
        <input type="checkbox" className="mt-1" checked={count === times.length} onChange={(event) => onToggle(times, event.target.checked)} />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <Plain>{title || 'Without a title'}</Plain>
          <span className="meta block">{when}</span>
        </span>
      </label>
      {times.length > 1 && (
        <details className="ml-6">
          <summary className="meta">One by one ({count} chosen)</summary>
          <ul className="grid gap-1 py-1.5 sm:grid-cols-2">
            {times.map((time) => (
              <li key={keyOf(time)}>
                <label className="flex items-center gap-2">
                  <input type="checkbox" checked={isChosen(time)} onChange={(event) => onToggle([time], event.target.checked)} />
                  {WHEN.format(new Date(time.from))}
                </label>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** False where exactly this time was offered before. */
async function offerTime(programme: string, { from, to }: { from: string; to: string }): Promise<boolean> {
  try {
    await request<unknown>('/api/team/protected-time', { method: 'POST', body: { programme, from, to } });
    return true;
  } catch (error) {
    if (toApiFailure(error).status === 409) return false;
    throw error;
  }
}
