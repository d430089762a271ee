import type { ShownEvidenceLink } from '../../../model/api/evidence.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { Line } from '../../ui/text.tsx';
import { KIND_WORDS } from './describe-evidence.ts';
import { useEvidence } from './use-evidence.ts';

/** What I linked to one activity. It is text: nothing here is opened. */
export function EvidenceList({ evidence, now }: { evidence: readonly ShownEvidenceLink[]; now: Date }) {
  const { remove } = useEvidence();
  if (evidence.length === 0) return null;
  return (
    <div>
      <h3 className="heading">Linked by you</h3>
      <ul className="grid gap-2">
        {evidence.map(({ id, kind, ref, repository, hash, note, at }) => (
          <li key={id} className="grid gap-0.5 [overflow-wrap:anywhere] sm:grid-cols-[1fr_auto] sm:items-start sm:gap-3">
            <div>
              <p>
                {KIND_WORDS[kind]}{' '}
                <code className="code">
                  <Line>{ref}</Line>
                </code>
              </p>
              <p className="meta">
                <Line>{repository}</Line>
                {hash && `, ${hash.slice(0, 10)} in git`}, linked {formatWhen(at, now)}
              </p>
              {note !== '' && (
                <p className="text-ink-2">
                  <Line>{note}</Line>
                </p>
              )}
            </div>
            <Button look="quiet" className="justify-self-start" disabled={remove.isPending} onClick={() => remove.mutate(id)}>
              Remove the link
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
