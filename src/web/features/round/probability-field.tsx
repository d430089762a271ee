import type { CSSProperties } from 'react';
import { describedBy, Problem } from '../../ui/field.tsx';
import { describeProbability } from './check-judgement.ts';

interface ProbabilityFieldProps {
  readonly label?: string;
  readonly value: number | undefined;
  readonly problem: string | undefined;
  readonly onChange: (percent: number | undefined) => void;
}

const toPercent = (text: string): number | undefined => {
  const value = Math.round(Number(text));
  return text.trim() === '' || !Number.isFinite(value) ? undefined : Math.min(99, Math.max(1, value));
};

/** 1 to 99: nobody is certain. A number and a slider that are one; unset until touched, so that no value is suggested. */
export function ProbabilityField({ label = 'How likely is it, in percent?', value, problem, onChange }: ProbabilityFieldProps) {
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor="probability" className="font-medium">
          {label}
        </label>
        <p className="meta" aria-live="polite">
          {value === undefined ? 'Not said yet' : describeProbability(value)}
        </p>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-4">
        <input
          type="range"
          className={`range w-full ${value === undefined ? 'opacity-60' : ''}`}
          aria-label="Probability in percent"
          min={1}
          max={99}
          value={value ?? 50}
          aria-valuetext={value === undefined ? 'Not said yet' : `${value} percent, ${describeProbability(value)}`}
          style={{ '--filled': value === undefined ? '0%' : `${((value - 1) / 98) * 100}%` } as CSSProperties}
          onChange={(event) => onChange(Number(event.target.value))}
          onPointerUp={(event) => value === undefined && onChange(Number(event.currentTarget.value))}
        />
        <input
          id="probability"
          data-field="probability"
          type="number"
          inputMode="numeric"
          className="field text-right"
          min={1}
          max={99}
          value={value ?? ''}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy('probability', false, problem)}
          onChange={(event) => onChange(toPercent(event.target.value))}
        />
      </div>
      <Problem id="probability" problem={problem} />
    </div>
  );
}
