import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { cancelInvitation } from '../../../store/accounts/invitations-table.ts';
import type { Caller } from '../caller.ts';
import type { AccountsApp } from './accounts-app.ts';

/** Its link opens nothing from now on. */
export async function withdrawInvitation({ accounts }: AccountsApp, { organisation }: Caller, id: string): Promise<Result<null, Problem>> {
  return (await cancelInvitation(accounts, organisation, id)) ? ok(null) : failed(problem('not-found', 'There is no such open invitation.'));
}
