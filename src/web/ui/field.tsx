import type { ComponentProps, ReactNode, Ref } from 'react';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
}

/** A label, what it is for, the control, and what is wrong with it. */
export function Field({ id, label, hint, problem, children }: FieldProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="meta -mt-1">
          {hint}
        </p>
      )}
      {children}
      <Problem id={id} problem={problem} />
    </div>
  );
}

export function Problem({ id, problem }: { id: string; problem: string | undefined }) {
  return problem ? (
    <p id={`${id}-problem`} className="text-bad">
      {problem}
    </p>
  ) : null;
}

export const describedBy = (id: string, hint: unknown, problem: string | undefined): string | undefined =>
  [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'onChange' | 'ref'> &
  Omit<FieldProps, 'children'> & { readonly onText: (text: string) => void; readonly areaRef?: Ref<HTMLTextAreaElement> };

/** Grows with what is written in it. */
export function TextArea({ id, label, hint, problem, onText, areaRef, className = '', ...rest }: TextAreaProps) {
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <textarea
        {...rest}
        ref={areaRef}
        id={id}
        className={`field field-sizing-content min-h-16 max-h-72 resize-y ${className}`}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, hint, problem)}
        onChange={(event) => onText(event.target.value)}
      />
    </Field>
  );
}
