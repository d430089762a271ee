import { useId, useState } from 'react';
import type { Meeting } from '../../../model/team/meeting.ts';
import { MEETING_KIND_NAMES } from './meeting-kind-names.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { fromLocalField, toLocalField } from '../programme/local-time.ts';

interface MeetingFormProps {
  /** Of one that is moved; its kind stays. */
  readonly initial?: Meeting;
  readonly submit: string;
  readonly isPending: boolean;
  readonly failure: unknown;
  readonly onSave: (meeting: { kind: string; startsAt: string; minutes: number }) => void;
  readonly onCancel: () => void;
}

const DAY_MS = 86_400_000;

function inAWeek(): string {
  const at = new Date(Date.now() + 7 * DAY_MS);
  at.setMinutes(0, 0, 0);
  return at.toISOString();
}

export function MeetingForm({ initial, submit, isPending, failure, onSave, onCancel }: MeetingFormProps) {
  const id = useId();
  const [kind, setKind] = useState<string>(initial?.kind ?? 'check-in');
  const [at, setAt] = useState(() => toLocalField(initial?.startsAt ?? inAWeek()));
  const [minutes, setMinutes] = useState(String(initial?.minutes ?? 30));
  const startsAt = fromLocalField(at);
  return (
    <form
      className="card grid justify-items-start gap-4 px-5 py-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (startsAt) onSave({ kind, startsAt, minutes: Number(minutes) });
      }}
    >
      <div className="grid w-full gap-4 sm:grid-cols-3">
        {!initial && (
          <Field id={`${id}-kind`} label="Kind">
            <select id={`${id}-kind`} className="field" value={kind} onChange={(event) => setKind(event.target.value)}>
              {MEETING_KIND_NAMES.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </Field>
        )}
        <TextInput id={`${id}-at`} type="datetime-local" label="When" value={at} onText={setAt} />
        <TextInput id={`${id}-minutes`} type="number" min={5} max={480} step={5} label="Minutes" value={minutes} onText={setMinutes} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={isPending || !startsAt}>
          {submit}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Not now
        </Button>
      </div>
      {failure ? <FailureNotice thrown={failure} /> : null}
    </form>
  );
}
