import type { TakingApart } from '../../../model/api/deconstructions.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Plain } from '../../ui/text.tsx';
import { describeFinding, describePrediction } from './check-predictions.ts';

/** The run and what it showed so far, hunk by hunk. */
export function TakenApart({ taking: { range, isRunning, progress, of, hunks, problem } }: { taking: NonNullable<TakingApart['taking']> }) {
  const guessed = hunks.filter(({ predictedRight }) => predictedRight !== null);
  const right = guessed.filter(({ predictedRight }) => predictedRight).length;
  return (
    <section aria-labelledby="taken" className="grid gap-4">
      <h2 id="taken" className="heading [overflow-wrap:anywhere]">
        <Plain>{range}</Plain>
      </h2>
      {isRunning ? (
        <output className="block">
          {hunks.length} of {of} taken out. {toVisibleText(progress)}…
        </output>
      ) : (
        guessed.length > 0 && (
          <p className="question">
            You expected {right} of {guessed.length} rightly.
          </p>
        )
      )}
      {problem !== null && (
        <p role="alert" className="text-bad [overflow-wrap:anywhere]">
          {problem}
        </p>
      )}
      <ol className="grid gap-3">
        {hunks.map(({ id, path, finding, failingTests, prediction, predictedRight }) => (
          <li key={id} className="card px-5 py-3">
            <p className="font-medium [overflow-wrap:anywhere]">
              <Plain>{path}</Plain>
            </p>
            <p>{describeFinding(finding, failingTests)}</p>
            {prediction && (
              <p className="meta">
                You expected that {describePrediction(prediction)}
                {predictedRight === null ? '' : predictedRight ? ': right' : ': not so'}.
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
