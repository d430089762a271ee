import { useQuery } from '@tanstack/react-query';
import { toPlace, whereQuery, type Place } from './where.ts';

const NOWHERE: Place = { isMine: true, me: null, teamUrl: null, teamProblem: null };

/** Below the shell, which waits until it is known. */
export function usePlace(): Place {
  const { data } = useQuery(whereQuery());
  return data ? toPlace(data) : NOWHERE;
}
