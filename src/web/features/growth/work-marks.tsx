import type { YearWork } from './list-own-years.ts';

/** Rounds as dots and projects as bars under a year's line. A picture: the same stands in words beside it. */
export function WorkMarks({ work: { rounds, projects } }: { work: YearWork }) {
  return (
    <div aria-hidden="true" className="relative h-6">
      {rounds.map((at, index) => (
        <div key={index} className="absolute top-0 size-1.5 -translate-x-1/2 rounded-full bg-ink-3" style={{ left: `${at}%` }} />
      ))}
      {projects.map(({ from, to, isOpen }, index) => (
        <div
          key={index}
          className={`absolute top-3.5 h-1.5 rounded-sm border border-accent ${isOpen ? 'bg-surface' : 'bg-accent'}`}
          style={{ left: `${from}%`, width: `max(4px, ${to - from}%)` }}
        />
      ))}
    </div>
  );
}

/** What the marks of one's own work mean. */
export function WorkLegend() {
  return (
    <ul className="meta flex flex-wrap gap-x-4 gap-y-1">
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="inline-block size-1.5 rounded-full bg-ink-3" /> round
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="inline-block h-1.5 w-4 rounded-sm border border-accent bg-accent" /> project
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="inline-block h-1.5 w-4 rounded-sm border border-accent bg-surface" /> project still open
      </li>
    </ul>
  );
}
