import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { SharedCaseRow } from '../../journal/shared-cases-table.ts';
import type { SharedCase } from '../../model/api/team/cases.ts';
import type { App } from '../app.ts';
import { dropPreview, readPreview } from './keep-preview.ts';
import type { TeamPort } from './team-port.ts';

type Deps = Pick<App, 'journal' | 'clock'>;

export const notLoggedIn = (): Problem =>
  problem('not-allowed', 'You are not logged in to a team.', { next: 'Log in with "rounds login URL" in a terminal, then look at the preview again.' });

const lookAgain = (why: string): Problem =>
  problem('conflict', 'What was previewed is no longer what would be sent.', { why, next: 'Look at the preview again, then share.' });

/**
 * Sends exactly the bytes of a preview, after writing into the sharing log that they leave. Where no answer comes they may have
 * arrived: doing it again sends the same bytes, and the team knows them by their digest.
 */
export async function shareCase(app: Deps, team: TeamPort | null, digest: string): Promise<Result<SharedCaseRow, Problem>> {
  if (!team) return failed(notLoggedIn());
  const { journal, clock } = app;
  const known = journal.attempt(() => journal.sharedCases.findByDigest(digest));
  if (!known.ok) return known;
  if (known.value?.forgetAskedAt) return failed(problem('conflict', 'This case is being forgotten.', { next: 'Look at the preview again to share it anew.' }));
  if (known.value?.caseId) return ok(known.value);
  const kept = journal.attempt(() => readPreview(app, digest));
  if (!kept.ok) return kept;
  if (!kept.value) return failed(lookAgain('There is no preview with these bytes, or it is some days old.'));
  const { prepared, bytes } = kept.value;
  if (prepared.pair.people.length === 0) return failed(lookAgain('It was made for nobody yet.'));
  if (prepared.host !== team.host) return failed(lookAgain(`It was made for ${prepared.host}, and you are logged in to ${team.host} now.`));
  const begun = journal.write(() => journal.sharedCases.findByDigest(digest)?.id ?? journal.sharedCases.begin(digest, clock().toISOString(), prepared));
  if (!begun.ok) return begun;
  const posted = await team.postCase({ bytes, digest });
  if (!posted.ok) return posted;
  return settle(app, begun.value, digest, posted.value);
}

function settle(app: Deps, id: number, digest: string, posted: SharedCase): Result<SharedCaseRow, Problem> {
  const { journal, clock } = app;
  if (posted.digest !== digest)
    return failed(
      problem('cannot-reach', 'The team answered for another case.', {
        why: 'The digest in its answer is not the one of what was sent.',
        next: 'Try again; if it stays so, tell who runs the server.',
      }),
    );
  return journal.write(() => {
    journal.sharedCases.settle(id, posted.id, clock().toISOString());
    dropPreview(app, digest);
    const row = journal.sharedCases.get(id);
    if (!row) throw new Error('A row of the sharing log is gone.');
    return row;
  });
}
