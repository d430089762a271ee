import { useState } from 'react';
import type { Person } from '../../../model/api/team/accounts.ts';
import { TEAM_ROLES, type TeamRole } from '../../../model/team-role.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AskFirst } from './ask-first.tsx';
import { ROLE_NAMES } from './role-names.ts';
import { useChangePeople } from './use-change-people.ts';

/** What an owner may do about somebody else. A role and a removal can be taken back; ownership handed over is the other's to give. */
export function ManagePerson({ person: { id, name: raw, role } }: { person: Person }) {
  const [asked, ask] = useState<'hand-over' | 'remove' | null>(null);
  const change = useChangePeople();
  const toast = useToast();
  const name = toVisibleText(raw);

  const setRole = (to: TeamRole): void =>
    change.mutate(
      { id, what: 'role', role: to },
      { onSuccess: () => toast({ text: `${name} is now: ${ROLE_NAMES[to].toLowerCase()}.`, undo: () => change.mutate({ id, what: 'role', role }) }) },
    );
  const remove = (): void =>
    change.mutate({ id, what: 'remove' }, { onSuccess: () => toast({ text: `${name} was removed.`, undo: () => change.mutate({ id, what: 'restore' }) }) });

  return (
    <>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Field id={`role-${id}`} label={`Role of ${name}`}>
          <select
            id={`role-${id}`}
            className="field w-36"
            value={role}
            disabled={change.isPending}
            onChange={(event) => setRole(event.target.value as TeamRole)}
          >
            {TEAM_ROLES.map((each) => (
              <option key={each} value={each}>
                {ROLE_NAMES[each]}
              </option>
            ))}
          </select>
        </Field>
        <Button look="quiet" aria-label={`Hand ownership over to ${name}`} onClick={() => ask('hand-over')}>
          Hand ownership over
        </Button>
        <Button look="quiet" aria-label={`Remove ${name}`} onClick={() => ask('remove')}>
          Remove
        </Button>
      </div>
      {asked === 'hand-over' && (
        <AskFirst yes="Hand it over" no="Keep it" isPending={change.isPending} onYes={() => change.mutate({ id, what: 'hand-over' })} onNo={() => ask(null)}>
          {name} becomes an owner, and you a lead. Only {name} can change that back.
        </AskFirst>
      )}
      {asked === 'remove' && (
        <AskFirst yes={`Remove ${name}`} no="Keep them" isPending={change.isPending} onYes={remove} onNo={() => ask(null)}>
          They leave all pairs and are signed out everywhere. What they sealed and wrote stays, and you can take them back.
        </AskFirst>
      )}
      {change.isError && <FailureNotice thrown={change.error} />}
    </>
  );
}
