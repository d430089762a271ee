import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';

interface WriteFormProps {
  readonly label: string;
  readonly submit: string;
  readonly isPending: boolean;
  readonly failure: unknown;
  /** `done` empties the field: only what has arrived is cleared. */
  readonly onSubmit: (body: string, done: () => void) => void;
}

/** A question or an answer. ⌘Enter or Ctrl+Enter sends it. */
export function WriteForm({ label, submit, isPending, failure, onSubmit }: WriteFormProps) {
  const id = useId();
  const [body, setBody] = useState('');
  const send = (): void => {
    if (body.trim() !== '' && !isPending) onSubmit(body.trim(), () => setBody(''));
  };
  return (
    <form
      className="grid gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea
        id={id}
        label={label}
        value={body}
        maxLength={8000}
        onText={setBody}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
          event.preventDefault();
          send();
        }}
      />
      <Button type="submit" className="justify-self-start" disabled={isPending || body.trim() === ''} aria-keyshortcuts="Meta+Enter Control+Enter">
        {isPending ? 'Sending…' : submit}
      </Button>
      {failure !== null && failure !== undefined && <FailureNotice thrown={failure} />}
    </form>
  );
}
