import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Lesson } from '../../../model/team/lesson.ts';
import { lessonPlacesQuery } from '../../api/team/lesson-queries.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { guessFolder } from './describe-lesson.ts';
import { useTieLesson } from './use-lesson-actions.ts';

interface TieFormProps {
  readonly lesson: Lesson;
  /** Which of its places is tied anew; null for one more. */
  readonly n: number | null;
  readonly onDone: () => void;
}

/** Which lines a lesson holds to. They are read where the code is, and must be committed. Escape leaves it. */
export function TieForm({ lesson, n, onDone }: TieFormProps) {
  const had = n === null ? undefined : lesson.anchors[n];
  const known = useQuery(lessonPlacesQuery()).data?.repositories ?? [];
  const [folder, setFolder] = useState<string | null>(null);
  const [file, setFile] = useState(had?.path ?? '');
  const [first, setFirst] = useState(had ? String(had.startLine) : '');
  const [last, setLast] = useState(had ? String(had.endLine) : '');
  const tie = useTieLesson(lesson.id);
  const start = useRef<HTMLFormElement>(null);
  useEffect(() => start.current?.querySelector<HTMLInputElement>('#tie-file')?.focus(), []);
  const place = folder ?? guessFolder(known, (had ?? lesson.anchors[0])?.repository);

  const leaveByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onDone();
  };
  return (
    // The fields are what one types in; Escape comes up from them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={start}
      aria-label={had ? 'Tie it anew' : 'Tie it to code'}
      className="grid gap-4 py-3"
      onKeyDown={leaveByKey}
      onSubmit={(event) => {
        event.preventDefault();
        if (tie.isPending) return;
        const instead = had && n !== null ? { n, contentHash: had.contentHash } : null;
        tie.mutate({ folder: place, file, startLine: Number(first), endLine: Number(last || first), instead }, { onSuccess: onDone });
      }}
    >
      <Field id="tie-folder" label="Repository" hint="A folder on this machine.">
        <input
          id="tie-folder"
          className="field"
          list="tie-known"
          required
          value={place}
          onChange={(event) => setFolder(event.target.value)}
          aria-describedby="tie-folder-hint"
        />
        <datalist id="tie-known">
          {known.map((path) => (
            <option key={path} value={path}>
              {path}
            </option>
          ))}
        </datalist>
      </Field>
      <TextInput id="tie-file" label="File" hint="From that folder on, like src/ledger.ts." required maxLength={400} value={file} onText={setFile} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput id="tie-first" label="First line" inputMode="numeric" pattern="[0-9]+" title="A number" required value={first} onText={setFirst} />
        <TextInput id="tie-last" label="Last line, if more than one" inputMode="numeric" pattern="[0-9]*" title="A number" value={last} onText={setLast} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="go" disabled={tie.isPending}>
          {tie.isPending ? 'Reading the lines…' : 'Tie it to these lines'}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Leave it
        </Button>
      </div>
      {tie.isError && <FailureNotice thrown={tie.error} />}
    </form>
  );
}
