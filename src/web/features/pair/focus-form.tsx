import { useId, useState } from 'react';
import { LONGEST_FOCUS } from '../../../model/team/weekly-limits.ts';
import type { WeeklyFocus } from '../../../model/team/weekly-page.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';

interface FocusFormProps {
  readonly focus: WeeklyFocus | null;
  readonly isMine: boolean;
  readonly isPending: boolean;
  readonly failure: unknown;
  readonly onSet: (words: string) => void;
}

/** One focus in the same words of both: proposed by one, agreed to by the other. */
export function FocusForm({ focus, isMine, isPending, failure, onSet }: FocusFormProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const [isOther, setOther] = useState(false);
  const isAnswer = focus !== null && !isMine;
  return (
    <div className="grid justify-items-start gap-3.5">
      {focus && (
        <p className={`question border-l-2 pl-3.5 ${isMine ? 'border-accent' : 'border-warn'}`}>
          <Plain>{focus.words}</Plain>
        </p>
      )}
      {isAnswer && !isOther && (
        <div className="flex flex-wrap gap-3">
          <Button look="go" disabled={isPending} onClick={() => onSet(focus.words)}>
            Agree to these words
          </Button>
          <Button disabled={isPending} onClick={() => setOther(true)}>
            Propose other words
          </Button>
        </div>
      )}
      {(!isAnswer || isOther) && (
        <form
          className="grid w-full justify-items-start gap-2.5"
          onSubmit={(event) => {
            event.preventDefault();
            if (words.trim() !== '') onSet(words.trim());
          }}
        >
          <div className="w-full">
            <TextArea id={id} label={focus ? 'Other words' : 'The focus until the next page'} value={words} maxLength={LONGEST_FOCUS} onText={setWords} />
          </div>
          <Button type="submit" look={focus ? 'plain' : 'go'} disabled={isPending || words.trim() === ''}>
            Propose it
          </Button>
        </form>
      )}
      {failure ? <FailureNotice thrown={failure} /> : null}
    </div>
  );
}
