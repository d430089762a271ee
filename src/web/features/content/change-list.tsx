import type { ContentFields, FieldChange } from '../../../model/team/content-fields.ts';
import { Plain } from '../../ui/text.tsx';
import { namePlace } from './name-place.ts';

const MOST_SHOWN = 600;
const shorten = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

interface ChangeListProps {
  readonly changes: readonly FieldChange[];
  readonly fields: ContentFields;
  /** What the two sides are. */
  readonly was?: string;
  readonly is?: string;
}

/** What would read differently, place by place: before and after. */
export function ChangeList({ changes, fields, was = 'Before', is = 'After' }: ChangeListProps) {
  return (
    <ul className="grid gap-3">
      {changes.map(({ key, before: had, after: has }) => (
        <li key={key} className="grid gap-1 [overflow-wrap:anywhere]">
          <p className="font-medium">
            <Plain>{namePlace(key, fields)}</Plain>
          </p>
          {key.endsWith('/rest') ? (
            <p className="text-ink-2">Its signs, what they weigh, or where it matters: changed, out of a file.</p>
          ) : (
            <dl className="grid grid-cols-1 gap-1 sm:grid-cols-2 sm:gap-3">
              <Side title={was} text={had} className="bg-del" />
              <Side title={is} text={has} className="bg-add" />
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

function Side({ title, text, className }: { title: string; text: string | null; className: string }) {
  return (
    <div className={`rounded-lg px-3 py-2 ${className}`}>
      <dt className="meta">{title}</dt>
      <dd className="whitespace-pre-wrap">{text === null ? <span className="text-ink-2">Nothing</span> : <Plain>{shorten(text)}</Plain>}</dd>
    </div>
  );
}
