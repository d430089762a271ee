import { entryOf, fieldOf, type FieldKey } from '../../../model/team/content-fields.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Plain } from '../../ui/text.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { nameField } from './name-place.ts';
import type { ContentEditor } from './use-content-editor.ts';

const SEVERITIES = ['critical', 'serious', 'minor'] as const;

export const toFieldId = (key: FieldKey): string => `content-${key.replace('/', '-')}`;

/** One place of the content: its text, whether it is the cohort's own, what comes with Rounds, and what does not fit. */
export function ContentField({ at, editor }: { at: FieldKey; editor: ContentEditor }) {
  const { draft, base, standard, problems, clashes, onVersion } = editor;
  const text = draft.fields[at] ?? '';
  const given = standard[at];
  const theirs = clashes.includes(at) ? (base.fields[at] ?? null) : null;
  return (
    <div className="grid content-start gap-1">
      <Input at={at} text={text} problem={problems.get(at)} onText={(next) => editor.set(at, next)} />
      {given !== undefined && given !== text && (
        <Instead words={`Comes with Rounds: “${given}”`} label={`Take it: what comes with Rounds for ${nameField(at)}`} onTake={() => editor.set(at, given)} />
      )}
      {theirs !== null && theirs !== text && (
        <div className="border-l-3 border-l-warn pl-3">
          <Instead
            words={`Version ${onVersion} says: “${theirs}”`}
            label={`Take it: what version ${onVersion} says for ${nameField(at)}`}
            onTake={() => editor.set(at, theirs)}
          />
        </div>
      )}
    </div>
  );
}

function Instead({ words, label, onTake }: { words: string; label: string; onTake: () => void }) {
  return (
    <p className="meta flex flex-wrap items-baseline gap-x-2 [overflow-wrap:anywhere]">
      <span>
        <Plain>{words}</Plain>
      </span>
      <Button look="quiet" aria-label={label} onClick={onTake}>
        Take it
      </Button>
    </p>
  );
}

function Input({ at, text, problem, onText }: { at: FieldKey; text: string; problem: string | undefined; onText: (text: string) => void }) {
  const id = toFieldId(at);
  const label = nameField(at);
  if (fieldOf(at) === 'severity')
    return (
      <Field
        id={id}
        label={label}
        hint="While a critical one is open, nobody is trusted alone with its activities. In a sign-off it counts as no lighter than with Rounds."
      >
        <select id={id} className="field max-w-48" aria-describedby={`${id}-hint`} value={text} onChange={(event) => onText(event.target.value)}>
          {SEVERITIES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </Field>
    );
  if (entryOf(at) === 'signOff')
    return <TextInput id={id} label={label} inputMode="numeric" className="max-w-32" value={text} problem={problem} onText={onText} />;
  if (fieldOf(at) === 'name') return <TextInput id={id} label={label} value={text} problem={problem} onText={onText} />;
  return <TextArea id={id} label={label} value={text} problem={problem} onText={onText} />;
}
