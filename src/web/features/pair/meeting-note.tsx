import { useId, useState } from 'react';
import type { Meeting } from '../../../model/team/meeting.ts';
import { usePairAct } from '../../api/team/pair-queries.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';

/** Where to meet and what was said: only the two read it. */
export function MeetingNote({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const id = useId();
  const [place, setPlace] = useState(meeting.note?.place ?? '');
  const [words, setWords] = useState(meeting.note?.words ?? '');
  const save = usePairAct('meetings');
  return (
    <form
      className="grid justify-items-start gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ path: `/${meeting.id}/note`, method: 'PUT', body: { place: place.trim(), words: words.trim() } }, { onSuccess: onDone });
      }}
    >
      <div className="grid w-full gap-4">
        <TextInput id={`${id}-place`} label="Where" value={place} maxLength={500} onText={setPlace} />
        <TextArea id={`${id}-words`} label="Between you" hint="Only the two of you read it." value={words} maxLength={8000} onText={setWords} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={save.isPending}>
          Save the note
        </Button>
        <Button look="quiet" onClick={onDone}>
          Not now
        </Button>
      </div>
      {save.isError && <FailureNotice thrown={save.error} />}
    </form>
  );
}
