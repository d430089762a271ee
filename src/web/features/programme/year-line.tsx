import type { TeamProgramme } from '../../../model/team/programme.ts';
import { YearAxis } from './year-axis.tsx';
import { YearLegend, YearMarks } from './year-marks.tsx';
import { YearTable } from './year-table.tsx';

/** One year as a line, and the same as a table. */
export function YearLine({ year, now }: { year: TeamProgramme; now: Date }) {
  const span = { from: year.startsAt, to: year.endsAt };
  return (
    <div className="card grid grid-cols-1 gap-3 px-5 py-4">
      <YearLegend years={[year]} />
      <YearAxis span={span}>
        <YearMarks year={year} span={span} now={now.toISOString()} />
      </YearAxis>
      <details>
        <summary className="text-ink-2">The year as a table</summary>
        <div className="mt-3 overflow-x-auto">
          <YearTable year={year} />
        </div>
      </details>
    </div>
  );
}
