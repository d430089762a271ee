import { useId, useState } from 'react';
import { LONGEST_ANSWER } from '../../../model/team/weekly-limits.ts';
import { Button, Key } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { sealKeyName } from '../round/use-seal-key.ts';
import { useLocalFields } from './use-local-fields.ts';
import type { Question } from './weekly-questions.ts';

interface HalfFormProps {
  readonly questions: readonly Question[];
  readonly draftKey: string;
  readonly initial: Readonly<Record<string, string>>;
  readonly submit: string;
  readonly isPending: boolean;
  readonly failure: unknown;
  readonly onHandIn: (half: Readonly<Record<string, string>>, done: () => void) => void;
}

/** My half of a weekly page. It stays in this browser until it is handed in. */
export function HalfForm({ questions, draftKey, initial, submit, isPending, failure, onHandIn }: HalfFormProps) {
  const id = useId();
  const { fields, change, forget } = useLocalFields(draftKey, initial);
  const [isAsked, setAsked] = useState(false);
  const textOf = (name: string): string => fields[name] ?? '';
  const isMissing = ({ name }: Question): boolean => textOf(name).trim() === '';
  const handIn = (): void => {
    setAsked(true);
    const first = questions.find(isMissing);
    if (first) document.getElementById(`${id}-${first.name}`)?.focus();
    else if (!isPending) onHandIn(Object.fromEntries(questions.map(({ name }) => [name, textOf(name).trim()])), forget);
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        handIn();
      }}
    >
      {questions.map(({ name, label }) => (
        <TextArea
          key={name}
          id={`${id}-${name}`}
          label={label}
          value={textOf(name)}
          maxLength={LONGEST_ANSWER}
          problem={isAsked && textOf(name).trim() === '' ? 'A sentence is enough.' : undefined}
          onText={(words) => change(name, words)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
            event.preventDefault();
            handIn();
          }}
        />
      ))}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look="go" disabled={isPending} aria-keyshortcuts="Meta+Enter Control+Enter">
          {isPending ? 'Handing in…' : submit}
          <Key>{sealKeyName()}</Key>
        </Button>
        <p className="meta">Until then it stays in this browser.</p>
      </div>
      {failure ? <FailureNotice thrown={failure} /> : null}
    </form>
  );
}
