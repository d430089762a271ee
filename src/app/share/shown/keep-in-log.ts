import type { NewShown } from '../../../journal/shown-log-table.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { App } from '../../app.ts';

/** Sends what was written into the log first. Where no answer came it may have arrived: then the log says that, and nothing else. */
export async function keepInLog<T>(
  { journal, clock }: Pick<App, 'journal' | 'clock'>,
  about: Omit<NewShown, 'at'>,
  send: () => Promise<Result<T, Problem>>,
  toAnswered: (sent: T) => { readonly remote: string; readonly readerName: string },
): Promise<Result<T, Problem>> {
  const begun = journal.write(() => journal.shownLog.begin({ ...about, at: clock().toISOString() }));
  if (!begun.ok) return begun;
  const sent = await send();
  if (!sent.ok && sent.problem.tag === 'cannot-reach') return sent;
  const at = clock().toISOString();
  const kept = journal.write(() => (sent.ok ? journal.shownLog.settle(begun.value, at, toAnswered(sent.value)) : journal.shownLog.refuse(begun.value, at)));
  return kept.ok ? sent : kept;
}
