import { useState } from 'react';
import type { LessonAnchor } from '../../../model/team/lesson.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { Plain } from '../../ui/text.tsx';
import { AskFirst } from '../people/ask-first.tsx';
import { toLines } from './describe-lesson.ts';

/** One place a lesson holds to, and whether it still does. */
export function AnchorText({ anchor, now }: { anchor: LessonAnchor; now: Date }) {
  return (
    <>
      <p className="[overflow-wrap:anywhere]">
        <code className="code">
          <Plain>{anchor.path}</Plain>
        </code>
        {anchor.symbol !== null && (
          <>
            {' '}
            in{' '}
            <code className="code">
              <Plain>{anchor.symbol}</Plain>
            </code>
          </>
        )}
        , {toLines(anchor)}
      </p>
      <p className="meta [overflow-wrap:anywhere]">
        <Plain>{anchor.repository.startsWith('commit:') ? 'A repository without a remote' : anchor.repository}</Plain> at{' '}
        <span className="font-mono">{anchor.commit.slice(0, 10)}</span>
      </p>
      {anchor.staleAt !== null && (
        <p className="text-warn">
          Changed by <span className="font-mono">{anchor.staleCommit?.slice(0, 10) ?? 'a later commit'}</span>, noticed {formatWhen(anchor.staleAt, now)}.
        </p>
      )}
    </>
  );
}

interface AnchorActsProps {
  /** Says which one to who does not see where the buttons stand. */
  readonly name: string;
  readonly isBusy: boolean;
  /** Null where the code is not. */
  readonly onTie: (() => void) | null;
  readonly onRemove: () => void;
}

/** What an author does with one of its places. */
export function AnchorActs({ name, isBusy, onTie, onRemove }: AnchorActsProps) {
  const [isAsked, setAsked] = useState(false);
  if (isAsked)
    return (
      <AskFirst yes="Take it away" no="Keep it" isPending={isBusy} onYes={onRemove} onNo={() => setAsked(false)}>
        The lesson then holds to this code no more.
      </AskFirst>
    );
  return (
    <p className="-ml-3 flex flex-wrap gap-x-3">
      {onTie && (
        <Button look="quiet" aria-label={`Tie it anew: ${name}`} onClick={onTie}>
          Tie it anew
        </Button>
      )}
      <Button look="quiet" aria-label={`Take it away: ${name}`} disabled={isBusy} onClick={() => setAsked(true)}>
        Take it away
      </Button>
    </p>
  );
}
