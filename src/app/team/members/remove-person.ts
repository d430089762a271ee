import type { Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { AccountsDatabase } from '../../../store/accounts/accounts-database.ts';
import { lockOwners, removeMember } from '../../../store/accounts/members-table.ts';
import { removePersonalTokens } from '../../../store/accounts/personal-tokens-table.ts';
import { endSessions } from '../../../store/accounts/users-table.ts';
import { inAccounts } from '../accounts/in-accounts.ts';
import type { Caller } from '../caller.ts';
import type { TeamApp } from '../team-app.ts';
import { asOwner, lastOwner } from './as-owner.ts';
import { thenTellEveryone } from './tell-everyone.ts';

/** `person` is out: of the organisation and its pairs, of every browser and program. What they sealed and wrote stays. */
export function removePerson(app: TeamApp, caller: Caller, person: string): Promise<Result<null, Problem>> {
  return thenTellEveryone(
    app,
    caller,
    asOwner(app, caller, person, async ({ tx, isLastOwner }) => {
      if (isLastOwner) return failed(lastOwner());
      return letGo(tx, caller.organisation, person);
    }),
  );
}

/** The caller leaves; an owner only where there is another. */
export function leaveOrganisation(app: TeamApp, caller: Caller): Promise<Result<null, Problem>> {
  return thenTellEveryone(
    app,
    caller,
    inAccounts(app.accounts, async (tx) => {
      const owners = await lockOwners(tx, caller.organisation);
      if (owners.length === 1 && owners[0] === caller.person) return failed(lastOwner());
      return letGo(tx, caller.organisation, caller.person);
    }),
  );
}

async function letGo(tx: AccountsDatabase, organisation: string, person: string): Promise<Result<null, Problem>> {
  await removeMember(tx, organisation, person);
  await endSessions(tx, person);
  await removePersonalTokens(tx, person);
  return ok(null);
}
