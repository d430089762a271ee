import { useState } from 'react';
import { HUNK_SETTLED, type HunkNote, type NoteHunk } from '../../../model/team/shared-deconstruction.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';

const HOW_WORDS: Readonly<Record<NoteHunk['how'], string>> = { explained: 'What it is for', tested: 'A test was written', deleted: 'It was taken out' };

interface NoteFormProps {
  readonly hunk: string;
  /** A test minds it. */
  readonly isMinded: boolean;
  readonly notes: readonly HunkNote[];
  readonly isSaving: boolean;
  readonly failure: unknown;
  readonly onNote: (note: NoteHunk, onDone: () => void) => void;
}

/** A hunk that no test minded stays here until somebody says what it is for, writes a test, or takes it out. */
export function NoteForm({ hunk, isMinded, notes, isSaving, failure, onNote }: NoteFormProps) {
  const [how, setHow] = useState<NoteHunk['how']>('explained');
  const [words, setWords] = useState('');
  return (
    <div className="grid gap-3 border-t border-line pt-3">
      {notes.length === 0 && !isMinded && <p className="text-warn">Unexplained.</p>}
      {notes.length > 0 && (
        <ul className="grid gap-2">
          {notes.map((note) => (
            <li key={note.at}>
              <span className="meta block">
                <Plain>{note.name}</Plain>: {HOW_WORDS[note.how].toLowerCase()}
              </span>
              <Plain>{note.words}</Plain>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-x-4 gap-y-1.5" role="radiogroup" aria-label="How it was settled">
        {HUNK_SETTLED.map((value) => (
          <label key={value} className="flex items-center gap-2">
            <input type="radio" className="accent-accent" name={`how-${hunk}`} checked={how === value} onChange={() => setHow(value)} />
            {HOW_WORDS[value]}
          </label>
        ))}
      </div>
      <TextArea id={`note-${hunk}`} label={HOW_WORDS[how]} maxLength={2000} value={words} onText={setWords} />
      <div>
        <Button disabled={isSaving || words.trim().length < 3} onClick={() => onNote({ hunk, how, words: words.trim() }, () => setWords(''))}>
          {isSaving ? 'Saving…' : 'Say so'}
        </Button>
      </div>
      {failure ? <FailureNotice thrown={failure} /> : null}
    </div>
  );
}
