import type { MadeToken, PersonalToken } from '../../../model/api/team/accounts.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { hashSecret, makeSecret } from '../../../store/accounts/hash-secret.ts';
import { addPersonalToken, listPersonalTokens, removePersonalToken, type PersonalTokenRow } from '../../../store/accounts/personal-tokens-table.ts';
import type { Caller } from '../caller.ts';
import type { AccountsApp } from './accounts-app.ts';
import { PERSONAL_TOKEN_PREFIX } from './identify-token.ts';

const toToken = ({ id, name, createdAt, lastUsedOn }: PersonalTokenRow): PersonalToken => ({ id, name, createdAt: createdAt.toISOString(), lastUsedOn });

/** A key for one program, told this once. `not-allowed` with another such key: a stolen one must not outlive its revocation. */
export async function makePersonalToken({ accounts, clock }: AccountsApp, caller: Caller, name: string): Promise<Result<MadeToken, Problem>> {
  if (caller.byToken) return failed(problem('not-allowed', 'A personal token makes no other tokens.', { next: 'Sign in in the browser and make it there.' }));
  const token = PERSONAL_TOKEN_PREFIX + makeSecret();
  const row = await addPersonalToken(accounts, { person: caller.person, name, hash: hashSecret(token), now: clock() });
  return ok({ ...toToken(row), token });
}

/** The caller's own, the latest first. */
export async function listTokens({ accounts }: AccountsApp, { person }: Caller): Promise<PersonalToken[]> {
  return (await listPersonalTokens(accounts, person)).map(toToken);
}

/** It opens nothing from now on. */
export async function revokeToken({ accounts }: AccountsApp, { person }: Caller, id: string): Promise<Result<null, Problem>> {
  return (await removePersonalToken(accounts, person, id)) ? ok(null) : failed(problem('not-found', 'You have no such token.'));
}
