import { useState } from 'react';
import type { HunkPrediction } from '../../../model/deconstruction.ts';
import type { Predictions, SharedHunk } from '../../../model/team/shared-deconstruction.ts';
import { Plain } from '../../ui/text.tsx';
import { SealBar } from '../round/seal-bar.tsx';
import type { SealStepProps } from '../round/seal-step-props.ts';
import { useSealKey } from '../round/use-seal-key.ts';
import { toPredictions, type PredictionsDraft } from './check-predictions.ts';

interface PredictionStepProps extends SealStepProps<PredictionsDraft, Predictions> {
  readonly hunks: readonly SharedHunk[];
}

/** For each hunk: what happens without it. */
export function PredictionStep({ hunks, draft, isSealing, failure, note, onChange, onSeal, leave, status }: PredictionStepProps) {
  const [asked, setAsked] = useState(false);
  const missing = hunks.flatMap(({ id }, index) => (draft.predictions[id] ? [] : [index + 1]));
  const seal = (): void => {
    const predictions = toPredictions(hunks, draft);
    if (predictions && !isSealing) onSeal(predictions);
    else setAsked(true);
  };
  useSealKey(seal);
  return (
    <div className="grid gap-6">
      {hunks.map((hunk, index) => (
        <HunkQuestion
          key={hunk.id}
          hunk={hunk}
          number={index + 1}
          prediction={draft.predictions[hunk.id]}
          onChange={(prediction) => onChange({ predictions: { ...draft.predictions, [hunk.id]: prediction } })}
        />
      ))}
      <SealBar
        isSealing={isSealing}
        failure={failure}
        note={note}
        leave={leave}
        status={status}
        missing={asked && missing.length > 0 ? `say what happens without ${missing.join(', ')}` : null}
        onSeal={seal}
      />
    </div>
  );
}

interface HunkQuestionProps {
  readonly hunk: SharedHunk;
  readonly number: number;
  readonly prediction: HunkPrediction | undefined;
  readonly onChange: (prediction: HunkPrediction) => void;
}

function HunkQuestion({ hunk: { id, path }, number, prediction, onChange }: HunkQuestionProps) {
  const expectsFailure = prediction?.expects === 'failure';
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 font-medium [overflow-wrap:anywhere]">
        {number}. Without it, in <Plain>{path}</Plain>
      </legend>
      <label className="flex items-center gap-2.5">
        <input
          type="radio"
          className="accent-accent"
          name={`hunk-${id}`}
          checked={prediction?.expects === 'nothing'}
          onChange={() => onChange({ expects: 'nothing' })}
        />
        no test fails
      </label>
      <label className="flex items-center gap-2.5">
        <input
          type="radio"
          className="accent-accent"
          name={`hunk-${id}`}
          checked={expectsFailure}
          onChange={() => onChange({ expects: 'failure', test: '' })}
        />
        a test fails
      </label>
      {expectsFailure && (
        <input
          type="text"
          className="field"
          maxLength={300}
          aria-label={`Part of the failing test’s name, hunk ${number}`}
          placeholder="part of its name; empty for any"
          value={prediction.test}
          onChange={(event) => onChange({ expects: 'failure', test: event.target.value })}
        />
      )}
    </fieldset>
  );
}
