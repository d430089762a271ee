import { Field } from '../../ui/field.tsx';
import { toVisibleText } from '../../text/to-visible-text.ts';

interface SelectFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** Said while nothing is chosen; without it there is always a choice. */
  readonly empty?: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onText: (value: string) => void;
}

/** One of a few. */
export function SelectField({ id, label, hint, value, empty, options, onText }: SelectFieldProps) {
  return (
    <Field id={id} label={label} hint={hint}>
      <select id={id} className="field" aria-describedby={hint ? `${id}-hint` : undefined} value={value} onChange={(event) => onText(event.target.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {toVisibleText(option.name)}
          </option>
        ))}
      </select>
    </Field>
  );
}
