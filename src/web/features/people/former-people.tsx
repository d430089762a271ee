import { useQuery } from '@tanstack/react-query';
import { formerPeopleQuery } from '../../api/team/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Section } from '../settings/section.tsx';
import { PersonName } from './person-name.tsx';
import { useChangePeople } from './use-change-people.ts';

/** For owners: who left, and the way back. Nothing where nobody did. */
export function FormerPeople() {
  const former = useQuery(formerPeopleQuery());
  const change = useChangePeople();
  if (!former.data || former.data.people.length === 0) return null;
  return (
    <Section id="former-people" title="People who left">
      <ul aria-label="People who left" className="card divide-y divide-line px-5">
        {former.data.people.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2.5">
            <PersonName name={name} isMe={false} />
            <Button look="quiet" disabled={change.isPending} aria-label={`Take back ${name}`} onClick={() => change.mutate({ id, what: 'restore' })}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {change.isError && <FailureNotice thrown={change.error} />}
    </Section>
  );
}
