import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { TeamRole } from '../../../model/team-role.ts';
import { setRole } from '../../../store/accounts/members-table.ts';
import type { Caller } from '../caller.ts';
import type { TeamApp } from '../team-app.ts';
import { asOwner, lastOwner } from './as-owner.ts';
import { thenTellEveryone } from './tell-everyone.ts';

/** From now on `person` may do what this role may. It counts from their next request. */
export function changeRole(app: TeamApp, caller: Caller, person: string, role: TeamRole): Promise<Result<null, Problem>> {
  return thenTellEveryone(
    app,
    caller,
    asOwner(app, caller, person, async ({ tx, isLastOwner }) => {
      if (isLastOwner && role !== 'owner') return failed(lastOwner());
      await setRole(tx, caller.organisation, person, role);
      return ok(null);
    }),
  );
}

/** `person` becomes an owner and the caller a lead, both or neither. */
export function handOwnershipOver(app: TeamApp, caller: Caller, person: string): Promise<Result<null, Problem>> {
  return thenTellEveryone(
    app,
    caller,
    asOwner(app, caller, person, async ({ tx }) => {
      if (person === caller.person) return failed(problem('bad-input', 'Ownership is handed over to somebody else.', { next: 'Choose who shall have it.' }));
      await setRole(tx, caller.organisation, person, 'owner');
      await setRole(tx, caller.organisation, caller.person, 'lead');
      return ok(null);
    }),
  );
}
