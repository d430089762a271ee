import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ShowGrowth, ShownGrowth } from '../../../model/api/team/shown-growth.ts';
import type { Person } from '../../../model/api/team/accounts.ts';
import { request } from '../../api/request.ts';
import { pairsQuery } from '../../api/team/queries.ts';
import { shownGrowthQuery } from '../../api/team/sign-off-queries.ts';

/** Whom I am in a pair with, each once. */
export function usePartners(me: string): readonly Pick<Person, 'id' | 'name'>[] {
  const pairs = useQuery(pairsQuery());
  const people = (pairs.data?.pairs ?? []).flatMap((pair) => pair.people).filter(({ id }) => id !== me);
  return [...new Map(people.map((person) => [person.id as string, person])).values()];
}

export function useShownActs() {
  const queryClient = useQueryClient();
  const again = async (): Promise<void> => {
    await Promise.all([['team', 'shown'], ['team', 'case-review'], ['growth'], ['shared']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  };
  const show = useMutation({ mutationFn: (body: ShowGrowth) => request<ShownGrowth>('/api/team/shown-growth', { method: 'POST', body }), onSuccess: again });
  const withdraw = useMutation({
    mutationFn: (id: string) => request<void>(`/api/team/shown-growth/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: again,
  });
  const contest = useMutation({
    mutationFn: ({ id, why }: { readonly id: string; readonly why: string }) =>
      request<ShownGrowth>(`/api/team/shown-growth/${encodeURIComponent(id)}/contest`, { method: 'POST', body: { why } }),
    onSuccess: again,
  });
  return { show, withdraw, contest };
}

export const useShown = () => useQuery(shownGrowthQuery());
