import { ok, type Result } from '../../../model/result.ts';
import type { Problem } from '../../../model/problem.ts';
import { removePersonalTokens } from '../../../store/accounts/personal-tokens-table.ts';
import { endSessions } from '../../../store/accounts/users-table.ts';
import type { Caller } from '../caller.ts';
import type { AccountsApp } from './accounts-app.ts';
import { inAccounts } from './in-accounts.ts';

/** Ends every session and every token of the caller, the one that asks included. */
export async function signOutEverywhere({ accounts }: AccountsApp, { person }: Caller): Promise<Result<null, Problem>> {
  return inAccounts(accounts, async (tx) => {
    await endSessions(tx, person);
    await removePersonalTokens(tx, person);
    return ok(null);
  });
}
