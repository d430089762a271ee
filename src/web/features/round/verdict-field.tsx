import type { Verdict } from '../../../model/judgement.ts';
import { describedBy, Problem } from '../../ui/field.tsx';
import { VERDICTS } from './check-judgement.ts';
import { CHOICE, Dot } from './choice.tsx';

interface VerdictFieldProps {
  readonly value: Verdict | undefined;
  readonly problem: string | undefined;
  readonly onChange: (verdict: Verdict) => void;
}

export function VerdictField({ value: chosen, problem, onChange }: VerdictFieldProps) {
  return (
    <fieldset aria-describedby={describedBy('verdict', false, problem)}>
      <legend className="mb-2 font-medium">What would you do?</legend>
      <div className="grid grid-cols-2 gap-2 xl:grid-cols-4">
        {VERDICTS.map(({ value, label, meaning }, index) => (
          <label key={value} className={`${CHOICE} px-3 py-2`}>
            <input
              type="radio"
              name="verdict"
              className="sr-only"
              data-field={index === 0 ? 'verdict' : undefined}
              checked={chosen === value}
              onChange={() => onChange(value)}
            />
            <span className="flex items-center gap-2 font-medium">
              <Dot isOn={chosen === value} />
              {label}
            </span>
            <span className="meta block leading-snug">{meaning}</span>
          </label>
        ))}
      </div>
      <Problem id="verdict" problem={problem} />
    </fieldset>
  );
}
