import { useQuery } from '@tanstack/react-query';
import type { Me, Person } from '../../model/api/team/accounts.ts';
import { peopleQuery } from '../api/team/queries.ts';
import { usePlace } from '../api/use-place.ts';
import { Invitations } from '../features/people/invitations.tsx';
import { MakePair } from '../features/people/make-pair.tsx';
import { PairList } from '../features/people/pair-list.tsx';
import { PersonName } from '../features/people/person-name.tsx';
import { ROLE_NAMES, rolesToGive } from '../features/people/role-names.ts';
import { Section } from '../features/settings/section.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Plain } from '../ui/text.tsx';

export function PeoplePage() {
  const { me } = usePlace();
  const people = useQuery(peopleQuery());
  if (me === null) return null;
  return (
    <Page title="People and pairs" lead={<p>{me.organisation.name}. In a round both people have the same rights, whatever they are here.</p>} narrow>
      <div className="mt-7 grid gap-8">
        <Section id="pairs" title="Your pairs">
          <PairList me={me.id} />
        </Section>
        {people.isPending && <Skeleton label="Looking for people" heights={[120]} />}
        {people.isError && <FailureNotice thrown={people.error} onRetry={() => void people.refetch()} />}
        {people.data && (
          <>
            <Section id="make-pair" title="Make a pair">
              <MakePair me={me} others={people.data.people.filter(({ id }) => id !== me.id)} />
            </Section>
            <Section id="people" title="Everyone here">
              <Everyone people={people.data.people} me={me} />
            </Section>
          </>
        )}
        {rolesToGive(me.role).length > 0 && (
          <Section id="invite" title="Invite someone">
            <Invitations role={me.role} />
          </Section>
        )}
      </div>
    </Page>
  );
}

function Everyone({ people, me }: { people: readonly Person[]; me: Me }) {
  return (
    <ul className="card divide-y divide-line px-5">
      {people.map(({ id, name, email, role }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-0.5 py-2.5">
          <PersonName name={name} isMe={id === me.id} />
          <span className="meta [overflow-wrap:anywhere]">
            <Plain>{email}</Plain>
            {role !== 'member' && `, ${ROLE_NAMES[role].toLowerCase()}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
