import type { Person } from '../../../model/api/team/accounts.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { addMember, findMembership, findRoleWhenLeft } from '../../../store/accounts/members-table.ts';
import { listFormerPeople } from '../../../store/people.ts';
import { inAccounts } from '../accounts/in-accounts.ts';
import type { Caller } from '../caller.ts';
import type { TeamApp } from '../team-app.ts';
import { nobody } from './as-owner.ts';
import { thenTellEveryone } from './tell-everyone.ts';

/** Who left the organisation, the latest first. */
export function listWhoLeft({ store }: TeamApp, caller: Caller): Promise<Result<{ people: Person[] }, Problem>> {
  return store.as(caller, async (tx) => ok({ people: await listFormerPeople(tx) }));
}

/** Takes back who left: with the role they had, in the pairs they were in. They sign in with the password they had. */
export function restorePerson(app: TeamApp, caller: Caller, person: string): Promise<Result<null, Problem>> {
  return thenTellEveryone(
    app,
    caller,
    inAccounts(app.accounts, async (tx) => {
      const role = await findRoleWhenLeft(tx, caller.organisation, person);
      if (role === null) return failed(nobody());
      if (await findMembership(tx, person)) return failed(problem('conflict', 'They belong to another organisation by now.'));
      await addMember(tx, { organisation: caller.organisation, person, role });
      return ok(null);
    }),
  );
}
