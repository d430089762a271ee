import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Section } from '../settings/section.tsx';
import { listOf } from './content-draft.ts';
import { EntryCard, keysOf, markEntry, Marks } from './entry-card.tsx';
import type { ContentEditor } from './use-content-editor.ts';

interface EntryListProps {
  readonly editor: ContentEditor;
  readonly openEntries: ReadonlySet<string>;
  readonly onOpen: (open: ReadonlySet<string>) => void;
}

/** Activities and beliefs, to be found by their words, or only those this cohort changed. */
export function EntryList({ editor, openEntries, onOpen }: EntryListProps) {
  const [words, setWords] = useState('');
  const [ownOnly, setOwnOnly] = useState(false);
  const { draft, standard } = editor;
  const sought = words.trim().toLowerCase();
  const isShown = (entry: string): boolean => {
    const marks = markEntry(entry, editor);
    // What does not fit, or is open, does not vanish while it is written.
    if (openEntries.has(entry) || marks.problems > 0) return true;
    if (ownOnly && !marks.isOwn && !marks.isUnsaved) return false;
    return (
      sought === '' ||
      `${entry} ${keysOf(entry, draft.fields)
        .map((key) => draft.fields[key])
        .join(' ')}`
        .toLowerCase()
        .includes(sought)
    );
  };
  const toggle = (entry: string, isOpen: boolean): void => {
    if (openEntries.has(entry) === isOpen) return;
    const after = new Set(openEntries);
    if (isOpen) after.add(entry);
    else after.delete(entry);
    onOpen(after);
  };
  const list = (ids: readonly string[]) =>
    ids.length === 0 ? (
      <p className="text-ink-2">{ownOnly && sought === '' ? 'None is changed.' : 'None has these words.'}</p>
    ) : (
      ids.map((entry) => <EntryCard key={entry} entry={entry} editor={editor} isOpen={openEntries.has(entry)} onToggle={(isOpen) => toggle(entry, isOpen)} />)
    );
  const survey = markEntry('survey', editor);
  return (
    <>
      <div className="grid gap-2">
        <TextInput id="content-search" type="search" label="Find an activity or a belief" value={words} onText={setWords} />
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={ownOnly} onChange={(event) => setOwnOnly(event.target.checked)} />
          Only what this cohort changed
        </label>
      </div>
      <Section id="content-activities" title="Activities">
        {list(listOf(draft.fields, 'name').filter(isShown))}
      </Section>
      <Section id="content-beliefs" title="Beliefs">
        {list(
          [...new Set([...listOf(standard, 'belief'), ...listOf(draft.fields, 'belief')])].filter(
            (entry) => draft.fields[`${entry}/belief`] !== undefined && isShown(entry),
          ),
        )}
      </Section>
      <Section id="content-survey" title="Survey">
        <p className="text-ink-2">
          {survey.isOwn ? 'Statements of this cohort’s own' : 'The statements that come with Rounds'}
          <Marks marks={survey} />. They are changed in a file.
        </p>
        <ul className="list-disc pl-5 marker:text-ink-3">
          {(draft.fields['survey/items'] ?? '').split('\n').map((statement) => (
            <li key={statement} className="[overflow-wrap:anywhere]">
              {statement.slice(statement.indexOf(': ') + 2)}
            </li>
          ))}
        </ul>
        {survey.isOwn && (
          <div>
            <Button onClick={() => editor.revert('survey')}>Put the survey back to what comes with Rounds</Button>
          </div>
        )}
      </Section>
    </>
  );
}
