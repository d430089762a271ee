import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '../../api/team/queries.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';

/** Names by id, safe to show; "Someone" until they are known, and for who has left. */
export function useNameOf(): (id: string) => string {
  const { data } = useQuery(peopleQuery());
  return (id) => toVisibleText(data?.people.find((person) => person.id === id)?.name ?? 'Someone');
}
