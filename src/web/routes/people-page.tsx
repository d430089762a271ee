import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '../api/team/queries.ts';
import { usePlace } from '../api/use-place.ts';
import { Everyone } from '../features/people/everyone.tsx';
import { FormerPeople } from '../features/people/former-people.tsx';
import { Invitations } from '../features/people/invitations.tsx';
import { JoinByProvider } from '../features/people/join-by-provider.tsx';
import { MakePair } from '../features/people/make-pair.tsx';
import { PairList } from '../features/people/pair-list.tsx';
import { rolesToGive } from '../features/people/role-names.ts';
import { Section } from '../features/settings/section.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

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
            {me.role === 'owner' && <FormerPeople />}
          </>
        )}
        {rolesToGive(me.role).length > 0 && (
          <Section id="invite" title="Invite someone">
            <Invitations role={me.role} />
            {me.role === 'owner' && <JoinByProvider />}
          </Section>
        )}
      </div>
    </Page>
  );
}
