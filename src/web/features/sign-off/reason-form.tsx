import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';

interface ReasonFormProps {
  readonly label: string;
  readonly hint: string;
  readonly offer: string;
  readonly yes: string;
  readonly least: number;
  readonly isBusy: boolean;
  readonly onSay: (words: string, done: () => void) => void;
}

/** An act that takes words: offered by a button, said in a field, and nothing is sent before. */
export function ReasonForm({ label, hint, offer, yes, least, isBusy, onSay }: ReasonFormProps) {
  const [words, setWords] = useState<string | null>(null);
  const id = useId();
  if (words === null)
    return (
      <Button className="justify-self-start" onClick={() => setWords('')}>
        {offer}
      </Button>
    );
  return (
    <form
      className="grid w-full gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        onSay(words.trim(), () => setWords(null));
      }}
    >
      <TextArea id={id} label={label} hint={hint} maxLength={2000} value={words} onText={setWords} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={isBusy || words.trim().length < least}>
          {isBusy ? 'One moment…' : yes}
        </Button>
        <Button look="quiet" onClick={() => setWords(null)}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
