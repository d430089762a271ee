import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { SharedCaseRow } from '../../journal/shared-cases-table.ts';
import type { App } from '../app.ts';

/** An entry of the sharing log by its number, or by its case's id or enough of its beginning. */
export function findShared({ journal }: Pick<App, 'journal'>, text: string): Result<SharedCaseRow, Problem> {
  if (!/^(?:\d{1,15}|c_[0-9a-f]{1,16})$/.test(text))
    return failed(
      problem('wrong-usage', `"${text.slice(0, 40)}" names nothing that was shared.`, { next: 'Give a number or a case (c_1a2b…) of "rounds log".' }),
    );
  const found = journal.attempt(() => (text.startsWith('c_') ? journal.sharedCases.findByCase(text) : [journal.sharedCases.get(Number(text))]));
  if (!found.ok) return found;
  const [first, second] = found.value;
  if (second) return failed(problem('wrong-usage', `More than one case begins with ${text}.`, { next: 'Give more of it.' }));
  return first ? ok(first) : failed(problem('not-found', `Nothing called ${text} was shared from here.`, { next: 'See "rounds log".' }));
}
