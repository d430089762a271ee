import { useQuery } from '@tanstack/react-query';
import { importQuery } from '../../api/queries.ts';
import { formatBytes, formatCount, formatNumber } from '../../text/format-amount.ts';

/** What an import is doing right now; nothing when none runs. */
export function ImportProgress() {
  const { data } = useQuery(importQuery());
  if (!data?.running) return null;
  const share = data.bytesTotal > 0 ? Math.min(1, data.bytes / data.bytesTotal) : 0;
  return (
    <section aria-label="Import" className="card grid gap-2 px-5 py-4">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span>
          Reading file {formatNumber(data.files)} of {formatNumber(data.filesTotal)}
        </span>
        <span className="text-ink-2">
          {formatBytes(data.bytes)} of {formatBytes(data.bytesTotal)}
        </span>
      </p>
      <progress aria-label="Sessions being read" max={1} value={share} className="progress h-1.5 w-full" />
      <p className="meta">
        {formatCount(data.sessions, 'session')} and {formatCount(data.moments, 'moment')} found so far. You can begin; the rest follows.
      </p>
    </section>
  );
}
