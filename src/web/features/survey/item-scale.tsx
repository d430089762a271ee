import { useId } from 'react';

const VALUES = [1, 2, 3, 4, 5] as const;

interface ItemScaleProps {
  readonly words: string;
  readonly value: number | undefined;
  readonly isMissing: boolean;
  readonly onChange: (value: number) => void;
}

/** One statement and how far it holds, 1 to 5. */
export function ItemScale({ words, value, isMissing, onChange }: ItemScaleProps) {
  const name = useId();
  return (
    <fieldset className="grid gap-1.5" aria-invalid={isMissing || undefined}>
      <legend className="mb-1.5">{words}</legend>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        {VALUES.map((each) => (
          <label key={each} className="flex items-center gap-1.5 tabular-nums">
            <input type="radio" className="accent-accent" name={name} checked={value === each} onChange={() => onChange(each)} />
            {each}
          </label>
        ))}
      </div>
      {isMissing && <p className="text-bad">Still open.</p>}
    </fieldset>
  );
}
