import type { Calibration } from '../../../model/calibration.ts';
import { formatCount } from '../../text/format-amount.ts';
import { EmptyNotice } from '../../ui/notice.tsx';
import { Fact } from '../../ui/fact.tsx';
import { ReliabilityDiagram } from './reliability-diagram.tsx';

/** How stated chances came out, beside what always saying the base rate would have scored. */
export function CalibrationView({ calibration }: { calibration: Calibration }) {
  const { n, brier, baseRate, bins, calibrationError, verdicts, unresolved, knewOutcome, opinion } = calibration;
  const leftOut = `Left out: ${unresolved} not settled yet, ${knewOutcome} where you knew the end, ${opinion} settled by opinion only.`;
  if (!brier || baseRate === null)
    return (
      <EmptyNotice title="None of your statements was settled yet.">
        <p className="text-ink-2">In a round you give one statement a chance. Once the session shows whether it came true, it counts here.</p>
        <p className="meta">{leftOut}</p>
      </EmptyNotice>
    );
  const { unsound, sound } = verdicts;
  return (
    <div className="card grid gap-4 px-5 py-4">
      <p>
        {formatCount(n, 'settled statement')}. Brier score <strong className="tabular-nums">{brier.score.toFixed(3)}</strong>; always saying the base rate (
        {Math.round(baseRate * 100)} %) would score <strong className="tabular-nums">{brier.uncertainty.toFixed(3)}</strong>. Lower is better.
      </p>
      <ReliabilityDiagram bins={bins} />
      <dl className="grid gap-2 sm:grid-cols-2">
        <Fact term="What the score is made of">
          {brier.reliability.toFixed(3)} reliability − {brier.resolution.toFixed(3)} resolution + {brier.uncertainty.toFixed(3)} uncertainty
        </Fact>
        <Fact term="Mean distance from the line">{calibrationError === null ? 'Said from 100 statements on.' : calibrationError.toFixed(3)}</Fact>
        <Fact term="Unsound decisions">
          {unsound.hits} stopped, {unsound.misses} let through, {unsound.unsure} unsure
        </Fact>
        <Fact term="Sound decisions">
          {sound.accepted} let through, {formatCount(sound.falseAlarms, 'false alarm')}, {sound.unsure} unsure
        </Fact>
      </dl>
      <p className="meta">{leftOut}</p>
    </div>
  );
}
