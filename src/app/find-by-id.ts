import type { MomentId } from '../model/moment.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { SessionId } from '../model/session.ts';
import type { App } from './app.ts';

export type FoundId = { readonly noun: 'moment'; readonly id: MomentId } | { readonly noun: 'session'; readonly id: SessionId };

/** What an id, or enough of its beginning, stands for. */
export function findById({ journal }: App, text: string): Result<FoundId, Problem> {
  if (!/^[ms]_[0-9a-f]{1,16}$/.test(text)) {
    return failed(
      problem('wrong-usage', `"${text.slice(0, 40)}" is no id.`, {
        next: 'Ids look like m_1a2b… (a moment) or s_1a2b… (a session): see "rounds moments" and "rounds sessions".',
      }),
    );
  }
  const found = journal.attempt((): FoundId[] =>
    text.startsWith('m_')
      ? journal.moments.findByPrefix(text).map((id) => ({ noun: 'moment', id }))
      : journal.sessions.findByPrefix(text).map((id) => ({ noun: 'session', id })),
  );
  if (!found.ok) return found;
  const [first, second] = found.value;
  if (!first)
    return failed(
      problem('not-found', `Nothing here has the id ${text}.`, { next: 'See "rounds moments" and "rounds sessions"; run "rounds import" if it is new.' }),
    );
  return second ? failed(problem('wrong-usage', `More than one id begins with ${text}.`, { next: 'Give more of it.' })) : ok(first);
}
