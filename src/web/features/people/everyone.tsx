import { useState } from 'react';
import type { Me, Person } from '../../../model/api/team/accounts.ts';
import { Button } from '../../ui/button.tsx';
import { Plain } from '../../ui/text.tsx';
import { ManagePerson } from './manage-person.tsx';
import { LeaveOrganisation } from './leave-organisation.tsx';
import { PersonName } from './person-name.tsx';
import { ROLE_NAMES } from './role-names.ts';

/** Everybody of the organisation; an owner changes what they are here, and everyone may leave. */
export function Everyone({ people, me }: { people: readonly Person[]; me: Me }) {
  return (
    <ul aria-label="Everyone here" className="card divide-y divide-line px-5">
      {people.map((person) => (
        <PersonRow key={person.id} person={person} me={me} />
      ))}
    </ul>
  );
}

function PersonRow({ person, me }: { person: Person; me: Me }) {
  const [isOpen, setOpen] = useState(false);
  const isMe = person.id === me.id;
  const { id, name, email, role } = person;
  return (
    <li className="grid gap-2 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-0.5">
        <PersonName name={name} isMe={isMe} />
        <span className="flex flex-wrap items-center gap-x-3">
          <span className="meta [overflow-wrap:anywhere]">
            <Plain>{email}</Plain>
            {role !== 'member' && `, ${ROLE_NAMES[role].toLowerCase()}`}
          </span>
          {(isMe || me.role === 'owner') && (
            <Button
              look="quiet"
              aria-expanded={isOpen}
              aria-controls={`manage-${id}`}
              aria-label={isMe ? 'Change what you are here' : `Change ${name}`}
              onClick={() => setOpen(!isOpen)}
            >
              Change
            </Button>
          )}
        </span>
      </div>
      {isOpen && (
        <div id={`manage-${id}`} className="grid gap-3 pb-1.5">
          {isMe ? <LeaveOrganisation name={me.organisation.name} /> : <ManagePerson person={person} />}
        </div>
      )}
    </li>
  );
}
