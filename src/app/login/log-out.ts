import { loadTeamFile, removeTeamFile } from '../../client/team-file.ts';
import { createTeamClient } from '../../client/team-client.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';

export interface LoggedOut {
  readonly url: string;
  /** Why the server could not be told; its token still opens then, until it is revoked in the browser. */
  readonly notTold: Problem | null;
}

/** Forgets the sign-in on this machine and revokes its token. Without the server the file goes all the same. */
export async function logOut(home: string): Promise<Result<LoggedOut, Problem>> {
  const file = loadTeamFile(home);
  if (!file.ok) {
    removeTeamFile(home);
    return file;
  }
  if (file.value === null) return failed(problem('not-found', 'This machine is signed in to no team.'));
  const { url, token, tokenId } = file.value;
  removeTeamFile(home);
  const told = await createTeamClient({ url, token }).tell({ method: 'DELETE', path: `/api/team/tokens/${tokenId}` });
  return ok({ url, notTold: told.ok ? null : told.problem });
}
