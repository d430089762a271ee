import type { TeamProgramme, TrackedMilestone } from '../../../model/team/programme.ts';
import { isWithin, placeOnYear, type YearSpan } from './place-on-year.ts';

/** Filled is done; a ring is still to come; a ring with a bar asks for something. Shape says it, colour repeats it. */
const MARK: Readonly<Record<TrackedMilestone['state'], string>> = {
  done: 'bg-accent border-accent',
  ahead: 'bg-surface border-edge',
  due: 'bg-surface border-accent shadow-[0_0_0_3px_var(--accent-wash)]',
  overdue: 'bg-warn-wash border-warn shadow-[0_0_0_3px_var(--warn-wash)]',
  passed: 'bg-sunk border-line',
};

const isDrawn = (kind: TrackedMilestone['kind']): boolean => kind !== 'survey' && kind !== 'unaided form';

/** A year drawn on its line. A picture: the same stands in words beside it. */
export function YearMarks({ year, span, now }: { year: TeamProgramme; span: YearSpan; now: string }) {
  const left = (at: string): { left: string } => ({ left: `${placeOnYear(at, span)}%` });
  const [from, to] = [placeOnYear(year.startsAt, span), placeOnYear(year.endsAt, span)];
  return (
    <div aria-hidden="true" className="relative h-9">
      <div className="absolute top-1/2 h-1 -translate-y-1/2 rounded-full bg-line" style={{ left: `${from}%`, width: `${to - from}%` }} />
      {isWithin(now, span) && <div className="absolute inset-y-0 w-px -translate-x-1/2 bg-ink-3" style={left(now)} />}
      {year.pauses.map((pause) => {
        const [begin, end] = [placeOnYear(pause.from, span), placeOnYear(pause.to ?? now, span)];
        return (
          <div
            key={pause.from}
            className="absolute top-1/2 h-3 -translate-y-1/2 rounded-sm border border-edge bg-[repeating-linear-gradient(45deg,transparent_0_3px,var(--line)_3px_5px)]"
            style={{ left: `${begin}%`, width: `max(4px, ${end - begin}%)` }}
          />
        );
      })}
      {year.meetings
        .filter(({ kind }) => kind === 'check-in')
        .map((meeting) => (
          <div
            key={meeting.at}
            className={`absolute top-[calc(50%+7px)] h-1.5 w-px -translate-x-1/2 ${meeting.heldAt === null ? 'bg-edge' : 'bg-accent'}`}
            style={left(meeting.at)}
          />
        ))}
      {year.handOvers
        .filter(({ state }) => state === 'done')
        .map((handOver) => (
          <div key={handOver.n} className="absolute top-0.5 h-8 w-0.5 -translate-x-1/2 bg-warn" style={left(handOver.doneAt ?? '')} />
        ))}
      {year.milestones
        .filter(({ kind }) => isDrawn(kind))
        .map((milestone) => (
          <div
            key={`${milestone.kind} ${milestone.month}`}
            className={`absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 border-[1.5px] ${milestone.kind === 'review' ? 'rounded-full' : 'rounded-[2px]'} ${MARK[milestone.state]}`}
            style={left(milestone.at)}
          />
        ))}
    </div>
  );
}

const Mark = ({ className }: { className: string }) => <span aria-hidden="true" className={`inline-block size-2.5 border-[1.5px] ${className}`} />;

/** What the marks mean, once above them. */
export function YearLegend({ years }: { years: readonly TeamProgramme[] }) {
  const hasPassed = years.some(({ milestones }) => milestones.some(({ kind, state }) => state === 'passed' && isDrawn(kind)));
  return (
    <ul className="meta flex flex-wrap gap-x-4 gap-y-1">
      <li className="flex items-center gap-1.5">
        <Mark className={`rounded-full ${MARK.done}`} /> held
      </li>
      <li className="flex items-center gap-1.5">
        <Mark className={`rounded-full ${MARK.due}`} /> due
      </li>
      <li className="flex items-center gap-1.5">
        <Mark className={`rounded-full ${MARK.overdue}`} /> overdue
      </li>
      <li className="flex items-center gap-1.5">
        <Mark className={`rounded-full ${MARK.ahead}`} /> still ahead
      </li>
      {hasPassed && (
        <li className="flex items-center gap-1.5">
          <Mark className={`rounded-full ${MARK.passed}`} /> not held
        </li>
      )}
      <li className="flex items-center gap-1.5">
        <span
          aria-hidden="true"
          className="inline-block h-3 w-4 rounded-sm border border-edge bg-[repeating-linear-gradient(45deg,transparent_0_3px,var(--line)_3px_5px)]"
        />
        pause
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="inline-block h-3 w-0.5 bg-warn" /> hand-over
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="inline-block h-2 w-px bg-accent" /> check-in
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="inline-block h-3 w-px bg-ink-3" /> today
      </li>
      <li>Round marks are reviews; square ones the first meeting, the midpoint and the completion.</li>
    </ul>
  );
}
