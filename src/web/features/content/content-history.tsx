import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedVersion } from '../../../model/api/team/cohort-content.ts';
import { listFieldChanges, toContentFields, type ContentFields } from '../../../model/team/content-fields.ts';
import { contentVersionQuery, contentVersionsQuery } from '../../api/team/content-queries.ts';
import { formatDate } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Plain } from '../../ui/text.tsx';
import { ChangeList } from './change-list.tsx';
import { nameEntry } from './name-place.ts';

interface HistoryProps {
  readonly cohort: string;
  /** What stands now. */
  readonly now: ContentFields;
  readonly standard: ContentFields;
  readonly version: number;
  /** Null for who only reads. */
  readonly onBringBack: ((version: number) => void) | null;
  readonly isBusy: boolean;
}

/** Every version, who saved it and when, and the way back to it: as a new version, so that nothing is lost between. */
export function ContentHistory(props: HistoryProps) {
  const { cohort, version, standard } = props;
  const { data, isError, error, refetch } = useQuery(contentVersionsQuery(cohort));
  if (isError) return <FailureNotice thrown={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Looking for versions" heights={[60]} />;
  if (version === 0) return <p className="text-ink-2">Nothing was ever changed here: the cohort works with what comes with Rounds.</p>;
  if (data.versions.length === 0) return <p className="text-ink-2">Its versions are seen by its lead and by its pairs.</p>;
  return (
    <ol className="card divide-y divide-line px-5">
      {data.versions.map((saved) => (
        <VersionRow key={saved.version} saved={saved} {...props} />
      ))}
      <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
        <span>As it comes with Rounds</span>
        {props.onBringBack && <LookBack {...props} version={0} fields={standard} onBringBack={props.onBringBack} />}
      </li>
    </ol>
  );
}

function describe({ by, at, fromVersion }: SavedVersion): string {
  const from = fromVersion === null ? '' : fromVersion === 0 ? ', brought back what comes with Rounds' : `, brought back version ${fromVersion}`;
  return `${by.name}, ${formatDate(at)}${from}`;
}

function VersionRow({ saved, ...props }: HistoryProps & { saved: SavedVersion }) {
  const [isOpen, setOpen] = useState(false);
  const isNow = saved.version === props.version;
  const { data, isError, error } = useQuery({ ...contentVersionQuery(props.cohort, saved.version), enabled: isOpen && !isNow });
  return (
    <li className="grid gap-2 py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 [overflow-wrap:anywhere]">
          <p>
            Version {saved.version}
            {isNow && ', in use'}
          </p>
          <p className="meta">
            <Plain>{describe(saved)}</Plain>
          </p>
          {saved.changed.length > 0 && (
            <p className="meta">
              <Plain>{`Changed: ${saved.changed.map((entry) => nameEntry(entry, { ...props.standard, ...props.now })).join('; ')}`}</Plain>
            </p>
          )}
        </div>
        {!isNow && (
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Close' : `Look at version ${saved.version}`}
          </Button>
        )}
      </div>
      {isOpen && isError && <FailureNotice thrown={error} />}
      {isOpen && data && <Difference {...props} fields={toContentFields(data.content)} version={saved.version} />}
    </li>
  );
}

function LookBack({ fields, ...props }: HistoryProps & { fields: ContentFields; version: number; onBringBack: (version: number) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Close' : 'Look at what comes with Rounds'}
      </Button>
      {isOpen && (
        <div className="w-full">
          <Difference {...props} fields={fields} />
        </div>
      )}
    </>
  );
}

/** What bringing it back would change. */
function Difference({ fields, version, now, onBringBack, isBusy }: HistoryProps & { fields: ContentFields; version: number }) {
  const changes = listFieldChanges(now, fields);
  if (changes.length === 0) return <p className="text-ink-2">It says the same as what stands now.</p>;
  return (
    <div className="grid gap-3">
      <p className="meta">What would read differently if it came back:</p>
      <ChangeList changes={changes} fields={{ ...fields, ...now }} />
      {onBringBack && (
        <div>
          <Button disabled={isBusy} onClick={() => onBringBack(version)}>
            {version === 0 ? 'Bring back what comes with Rounds' : `Bring back version ${version}`}
          </Button>
        </div>
      )}
    </div>
  );
}
