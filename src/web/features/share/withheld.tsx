import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shareWithheldQuery, type ChosenForShare } from '../../api/share-queries.ts';
import { formatBytes, formatCount } from '../../text/format-amount.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Plain } from '../../ui/text.tsx';
import { LeavingText } from './leaving-text.tsx';

/** What is sealed until the reveal. Closed: its owner may not have judged yet. */
export function Withheld({ moment, choices, bytes }: { moment: string; choices: ChosenForShare; bytes: number }) {
  const [isOpen, setOpen] = useState(false);
  const withheld = useQuery(shareWithheldQuery(moment, choices, isOpen));
  return (
    <div className="grid gap-3.5">
      <p className="text-ink-2">
        What came later goes along, {formatBytes(bytes)} of it, redacted in the same way. The team’s server seals it: nobody reads it before a round of this
        case is revealed.
      </p>
      {!isOpen && (
        <div>
          <Button onClick={() => setOpen(true)}>Open it. It shows how it ended.</Button>
        </div>
      )}
      {withheld.isError && <FailureNotice thrown={withheld.error} onRetry={() => void withheld.refetch()} />}
      {isOpen && withheld.isPending && !withheld.isError && <Skeleton label="Opening what is sealed" heights={[120]} />}
      {isOpen && withheld.data && (
        <>
          <LeavingText value={withheld.data.outcome} label="What is sealed" />
          {withheld.data.fix ? (
            <p>
              With it goes the code as it was mended, as of <Plain>{withheld.data.fix.why}</Plain> {formatCount(withheld.data.fix.files.length, 'file')},{' '}
              {formatBytes(withheld.data.fix.archiveBytes)}.
            </p>
          ) : (
            <p className="text-ink-2">No mended code goes along.</p>
          )}
        </>
      )}
    </div>
  );
}
