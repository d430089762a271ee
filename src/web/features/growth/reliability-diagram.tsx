import type { Calibration, ReliabilityBin } from '../../../model/calibration.ts';

const SIDE = 280;
const EDGE = 36;
const LENGTH = SIDE - 2 * EDGE;
const SHARES = [0, 0.25, 0.5, 0.75, 1];

const toX = (share: number): number => EDGE + share * LENGTH;
const toY = (share: number): number => SIDE - EDGE - share * LENGTH;
const toPercent = (share: number): string => `${Math.round(share * 100)} %`;

type FilledBin = ReliabilityBin & { readonly stated: number; readonly came: NonNullable<ReliabilityBin['came']> };
const isFilled = (bin: ReliabilityBin): bin is FilledBin => bin.stated !== null && bin.came !== null;

/** What was stated against what came: on the line is calibrated. Each point has its count and the interval that count allows. A picture; the table beside it says the same. */
export function ReliabilityDiagram({ bins }: Pick<Calibration, 'bins'>) {
  const filled = bins.filter(isFilled);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-[280px_1fr]">
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true" className="w-full max-w-[280px]">
        <g stroke="var(--line)" strokeWidth="1">
          {SHARES.map((share) => (
            <path key={share} d={`M${toX(share)} ${toY(0)}V${toY(1)}M${toX(0)} ${toY(share)}H${toX(1)}`} />
          ))}
        </g>
        <path d={`M${toX(0)} ${toY(0)}L${toX(1)} ${toY(1)}`} stroke="var(--edge)" strokeDasharray="4 4" fill="none" />
        {filled.map(({ from, n, stated, came }) => (
          <g key={from}>
            <path d={`M${toX(stated)} ${toY(came.low)}V${toY(came.high)}`} stroke="var(--accent-line)" strokeWidth="2" />
            <circle cx={toX(stated)} cy={toY(came.value)} r={Math.min(9, 3 + Math.sqrt(n))} fill="var(--accent)" />
            <text x={toX(stated) + 9} y={toY(came.value) - 8} fontSize="11" fill="var(--ink-2)">
              {n}
            </text>
          </g>
        ))}
        <g fontSize="11" fill="var(--ink-3)">
          {[0, 0.5, 1].map((share) => (
            <g key={share}>
              <text x={toX(share)} y={SIDE - EDGE + 15} textAnchor="middle">
                {toPercent(share)}
              </text>
              <text x={EDGE - 5} y={toY(share) + 4} textAnchor="end">
                {Math.round(share * 100)}
              </text>
            </g>
          ))}
          <text x={toX(0.5)} y={SIDE - 4} textAnchor="middle">
            you said
          </text>
          <text x={EDGE} y={EDGE - 12}>
            came true
          </text>
        </g>
      </svg>
      <table className="w-full text-left tabular-nums">
        <thead>
          <tr className="heading">
            <th scope="col">You said</th>
            <th scope="col">Came true</th>
            <th scope="col">Could be</th>
            <th scope="col">Of</th>
          </tr>
        </thead>
        <tbody>
          {filled.map(({ from, to, n, came }) => (
            <tr key={from} className="border-t border-line">
              <th scope="row" className="py-1 font-normal">
                {from} to {to} %
              </th>
              <td>{toPercent(came.value)}</td>
              <td>
                {Math.round(came.low * 100)} to {toPercent(came.high)}
              </td>
              <td>{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
