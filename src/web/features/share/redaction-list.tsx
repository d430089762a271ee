import type { ShareRedaction } from '../../../model/api/share.ts';
import { formatCount } from '../../text/format-amount.ts';
import { Button } from '../../ui/button.tsx';
import { Plain } from '../../ui/text.tsx';

const PLACES_SHOWN = 4;

interface Props {
  readonly redactions: readonly ShareRedaction[];
  /** Taken back before, by id and what they were called then. */
  readonly kept: readonly { readonly id: string; readonly mark: string }[];
  readonly chosen: readonly string[];
  readonly onKeep: (redaction: ShareRedaction) => void;
  readonly onUnkeep: (id: string) => void;
  readonly onUnchoose: (text: string) => void;
}

/** What was taken out, where its marks stand, and the way to take that back. Never what it was. */
export function RedactionList({ redactions, kept, chosen, onKeep, onUnkeep, onUnchoose }: Props) {
  if (redactions.length + kept.length + chosen.length === 0)
    return <p className="text-ink-2">Nothing was found that had to be taken out. Look yourself: what you select on this page can be taken out too.</p>;
  return (
    <ul className="card divide-y divide-line px-4">
      {redactions.map((redaction) => (
        <li key={redaction.id} className="grid gap-1 py-2.5">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <mark id={`mark-${redaction.id}`} className="code rounded-sm border border-warn-line bg-warn-wash px-0.5 text-warn">
              {redaction.mark}
            </mark>
            <span className="meta">{formatCount(redaction.count, 'place')}</span>
          </p>
          <p className="meta [overflow-wrap:anywhere]">
            {redaction.places.slice(0, PLACES_SHOWN).map((place, index) => (
              <span key={index}>
                {index > 0 && ', '}
                <Plain>{describePlace(place)}</Plain>
              </span>
            ))}
            {redaction.places.length > PLACES_SHOWN && ', …'}
          </p>
          {redaction.kind !== 'chosen' && (
            <div>
              <Button look="quiet" aria-describedby={`mark-${redaction.id}`} onClick={() => onKeep(redaction)}>
                It is no secret: keep it
              </Button>
            </div>
          )}
        </li>
      ))}
      {kept.map(({ id, mark }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-3 py-2.5">
          <span id={`kept-${id}`}>
            What was <span className="code">{mark}</span> stays in.
          </span>
          <Button look="quiet" aria-describedby={`kept-${id}`} onClick={() => onUnkeep(id)}>
            Take it out again
          </Button>
        </li>
      ))}
      {chosen.map((text, index) => (
        <li key={text} className="flex flex-wrap items-baseline justify-between gap-x-3 py-2.5">
          <span id={`chosen-${index}`} className="[overflow-wrap:anywhere]">
            You took out “<Plain>{text.length > 60 ? `${text.slice(0, 60)}…` : text}</Plain>”.
          </span>
          <Button look="quiet" aria-describedby={`chosen-${index}`} onClick={() => onUnchoose(text)}>
            Put it back
          </Button>
        </li>
      ))}
    </ul>
  );
}

const describePlace = ({ part, at, line }: ShareRedaction['places'][number]): string => {
  if (part === 'withheld') return 'in what is sealed';
  return line === null ? at : part === 'tree' ? `${at}:${line}` : `${at} in line ${line}`;
};
