import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { App } from '../../app.ts';
import { toBytes } from './show-growth-to-partner.ts';
import type { ShownPort } from './shown-port.ts';

/** What I show now, into the log: shown from another machine it is news here, and what the team no longer has was taken back there. */
export async function takeInShown({ journal, clock }: Pick<App, 'journal' | 'clock'>, port: ShownPort): Promise<Result<null, Problem>> {
  const listed = await port.listMine();
  if (!listed.ok) return listed;
  const shownNow = new Set<string>(listed.value.map(({ id }) => id));
  const { host } = port;
  const kept = journal.write(() => {
    for (const { id, at, reader, readerName, shown } of listed.value) {
      const about = { at: new Date(at).toISOString(), host, what: 'growth', subject: `${shown.kind} ${shown.subject}`, reader } as const;
      const rows = journal.shownLog.list();
      const unanswered = rows.find((row) => row.outcome === null && row.host === host && row.subject === about.subject && row.reader === reader);
      if (rows.some((row) => row.host === host && row.remote === id)) continue;
      // It arrived, though its answer never came.
      if (unanswered) journal.shownLog.settle(unanswered.id, about.at, { remote: id, readerName });
      else journal.shownLog.addSeen({ ...about, bytes: toBytes({ reader, shown }), remote: id, readerName });
    }
    for (const row of journal.shownLog.list())
      if (row.host === host && row.what === 'growth' && row.outcome === 'sent' && row.remote !== null && !shownNow.has(row.remote))
        journal.shownLog.withdraw(host, row.remote, clock().toISOString());
  });
  return kept.ok ? ok(null) : kept;
}
