import { entryOf, fieldOf, type ContentFields, type FieldKey } from '../../../model/team/content-fields.ts';
import { Button } from '../../ui/button.tsx';
import { Plain } from '../../ui/text.tsx';
import { ContentField } from './content-field.tsx';
import { nameEntry, nameField } from './name-place.ts';
import type { ContentEditor } from './use-content-editor.ts';

/** What is true of an entry, in words: never by colour alone. */
export interface EntryMarks {
  readonly isOwn: boolean;
  readonly isUnsaved: boolean;
  readonly problems: number;
}

export const keysOf = (entry: string, fields: ContentFields): FieldKey[] => (Object.keys(fields) as FieldKey[]).filter((key) => entryOf(key) === entry);

export function markEntry(entry: string, { draft, standard, changes, problems }: ContentEditor): EntryMarks {
  const keys = [...new Set([...keysOf(entry, draft.fields), ...keysOf(entry, standard)])];
  return {
    isOwn: keys.some((key) => draft.fields[key] !== standard[key]),
    isUnsaved: changes.some(({ key }) => entryOf(key) === entry),
    problems: keys.filter((key) => problems.has(key)).length,
  };
}

interface EntryCardProps {
  readonly entry: string;
  readonly editor: ContentEditor;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** One activity or belief. Its fields are there once it is opened. */
export function EntryCard({ entry, editor, isOpen, onToggle }: EntryCardProps) {
  const { draft, standard } = editor;
  const marks = markEntry(entry, editor);
  const isAdded = keysOf(entry, standard).length === 0;
  const restKey: FieldKey = `${entry}/rest`;
  return (
    <details className="card px-5 py-3" open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary className="cursor-pointer [overflow-wrap:anywhere]">
        <Plain>{nameEntry(entry, draft.fields)}</Plain>
        <Marks marks={marks} isAdded={isAdded} />
      </summary>
      {isOpen && (
        <div className="mt-3 grid gap-4">
          {keysOf(entry, draft.fields)
            .filter((key) => fieldOf(key) !== 'rest')
            .map((key) => (
              <ContentField key={key} at={key} editor={editor} />
            ))}
          {draft.fields[restKey] !== standard[restKey] && <p className="meta">{nameField(restKey)}: the cohort’s own, out of a file.</p>}
          {marks.isOwn && (
            <div>
              <Button onClick={() => editor.revert(entry)}>{isAdded ? `Take ${entry} out` : `Put ${entry} back to what comes with Rounds`}</Button>
            </div>
          )}
        </div>
      )}
    </details>
  );
}

export function Marks({ marks: { isOwn, isUnsaved, problems }, isAdded = false }: { marks: EntryMarks; isAdded?: boolean }) {
  const words = [...(isAdded ? ['added by this cohort'] : isOwn ? ['changed by this cohort'] : []), ...(isUnsaved ? ['not saved'] : [])];
  return (
    <>
      {words.length > 0 && <span className="meta"> · {words.join(', ')}</span>}
      {problems > 0 && <span className="text-bad"> · {problems === 1 ? 'one place does not fit' : `${problems} places do not fit`}</span>}
    </>
  );
}
