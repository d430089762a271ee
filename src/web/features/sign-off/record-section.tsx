import { useQuery } from '@tanstack/react-query';
import { signOffRecordQuery } from '../../api/team/sign-off-queries.ts';
import { formatCount } from '../../text/format-amount.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { CopyButton } from '../people/copy-button.tsx';

/** My record, to download, and the hash that shows later whether anything was cut off. */
export function RecordSection() {
  const record = useQuery(signOffRecordQuery());
  if (record.isError) return <FailureNotice thrown={record.error} onRetry={() => void record.refetch()} />;
  if (!record.data || record.data.records.length === 0) return <p className="text-ink-2">Your record is empty.</p>;
  const { records, lastHash } = record.data;
  return (
    <div className="card grid gap-3 px-5 py-4">
      <p>
        {formatCount(records.length, 'entry', 'entries')}, each hashed together with the one before it. Keep the last hash where others can see it: with it,
        even an entry cut off at the end shows.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <input
          id="last-hash"
          readOnly
          aria-label="The last hash"
          className="field code min-w-0 flex-1 basis-56"
          value={lastHash}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton text={lastHash} from="last-hash" />
      </div>
      <p className="meta">
        <a href="/api/team/sign-off-record" download="sign-off-record.json">
          Download the record
        </a>
        . In a terminal: <code className="code">rounds sign-off verify sign-off-record.json</code>
      </p>
    </div>
  );
}
