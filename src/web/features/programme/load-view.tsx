import type { LoadWeek, OwnLoad, PreceptorLoad } from '../../../model/team/preceptor-load.ts';
import { formatDate } from '../../text/format-when.ts';
import { Plain } from '../../ui/text.tsx';

const STATE_WORDS: Readonly<Record<OwnLoad['state'], string>> = { within: 'within the cap', near: 'near the cap', over: 'over the cap' };

export const formatHours = (hours: number): string => `${Number(hours.toFixed(1))} h`;

/** Weeks as bars under a line for the cap. A picture; the words beside it say the last week. */
export function LoadBars({ weeks, cap }: { weeks: readonly LoadWeek[]; cap: number }) {
  if (weeks.every(({ hours }) => hours === 0)) return null;
  const top = Math.max(cap * 1.25, ...weeks.map(({ hours }) => hours), 1);
  return (
    <div aria-hidden="true" className="relative flex h-10 w-36 shrink-0 items-end gap-1">
      {weeks.map(({ week, hours }) => (
        <div
          key={week}
          className={`min-h-px flex-1 rounded-t-[2px] ${hours > cap ? 'bg-warn' : 'bg-accent-line'}`}
          style={{ height: `${(hours / top) * 100}%` }}
        />
      ))}
      <div className="absolute inset-x-0 border-t border-dashed border-ink-3" style={{ bottom: `${(cap / top) * 100}%` }} />
    </div>
  );
}

export function LoadTable({ weeks }: { weeks: readonly LoadWeek[] }) {
  return (
    <details>
      <summary className="meta">Week by week</summary>
      <ul className="meta mt-1 flex flex-wrap gap-x-4 gap-y-0.5">
        {weeks.map(({ week, hours }) => (
          <li key={week}>
            {formatDate(`${week}T12:00:00.000Z`)}: {formatHours(hours)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Hours of each preceptor against their cap, whole weeks only, and who could take something over. */
export function LoadList({ preceptors }: { preceptors: readonly PreceptorLoad[] }) {
  if (preceptors.length === 0) return <p className="text-ink-2">Nobody is a preceptor in a running year yet.</p>;
  return (
    <ul className="card divide-y divide-line px-5">
      {preceptors.map(({ preceptor, weeks, cap, state, advice, relief }) => (
        <li key={preceptor.id} className="grid gap-1.5 py-3">
          <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
            <div>
              <p className="font-medium">
                <Plain>{preceptor.name}</Plain>
              </p>
              <p className={state === 'within' ? 'text-ink-2' : 'text-warn'}>
                {formatHours(weeks.at(-1)?.hours ?? 0)} of {formatHours(cap)} last week, {STATE_WORDS[state]}
              </p>
            </div>
            <LoadBars weeks={weeks} cap={cap} />
          </div>
          {advice && (
            <p className="text-ink-2">
              {advice} <Plain>{relief.join(' ')}</Plain>
            </p>
          )}
          <LoadTable weeks={weeks} />
        </li>
      ))}
    </ul>
  );
}
