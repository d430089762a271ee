import type { ComponentProps } from 'react';
import { describedBy, Field } from './field.tsx';

type TextInputProps = Omit<ComponentProps<'input'>, 'onChange' | 'id'> & {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly onText: (text: string) => void;
};

/** One line of writing with its label. */
export function TextInput({ id, label, hint, problem, onText, className = '', ...rest }: TextInputProps) {
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <input
        type="text"
        {...rest}
        id={id}
        className={`field ${className}`}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, hint, problem)}
        onChange={(event) => onText(event.target.value)}
      />
    </Field>
  );
}
