import type { Calibration } from '../../model/calibration.ts';
import { html, type Html } from './html.ts';

/** How stated chances came out, each figure with the number it is made of. */
export function writeCalibration({ n, brier, baseRate, bins, verdicts, unresolved, knewOutcome, opinion }: Calibration): Html {
  const leftOut = html`<p class="quiet">
    Left out: ${unresolved} not settled yet, ${knewOutcome} where the end was known before, ${opinion} settled by opinion only.
  </p>`;
  const heading = html`<h2 id="calibration">Calibration</h2>`;
  if (!brier || baseRate === null)
    return html`${heading}
      <p>No statement was settled yet.</p>
      ${leftOut}`;
  const { unsound, sound } = verdicts;
  return html`${heading}
    <p>
      ${n} settled ${n === 1 ? 'statement' : 'statements'}. Brier score ${brier.score.toFixed(3)} = ${brier.reliability.toFixed(3)} reliability −
      ${brier.resolution.toFixed(3)} resolution + ${brier.uncertainty.toFixed(3)} uncertainty; always saying the base rate (${toPercent(baseRate)}) would score
      ${brier.uncertainty.toFixed(3)}. Lower is better.
    </p>
    <div class="wide">
      <table>
        <caption>
          What was said, and how often it came (95 % interval)
        </caption>
        <thead>
          <tr>
            <th scope="col">Said</th>
            <th scope="col">Came</th>
            <th scope="col">Interval</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          ${bins.flatMap(({ from, to, n: count, came }) =>
            came === null
              ? []
              : [
                  html`<tr>
                    <th scope="row">${from} to ${to} %</th>
                    <td>${toPercent(came.value)}</td>
                    <td>${toPercent(came.low)} to ${toPercent(came.high)}</td>
                    <td>${count}</td>
                  </tr>`,
                ],
          )}
        </tbody>
      </table>
    </div>
    <p>Of unsound decisions ${unsound.hits} were stopped, ${unsound.misses} let through, ${unsound.unsure} left open.</p>
    <p>Of sound decisions ${sound.accepted} were let through, ${sound.falseAlarms} stopped, ${sound.unsure} left open.</p>
    ${leftOut}`;
}

const toPercent = (share: number): string => `${Math.round(share * 100)} %`;
