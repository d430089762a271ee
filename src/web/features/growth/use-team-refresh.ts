import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import { usePlace } from '../../api/use-place.ts';

interface Refreshed {
  readonly rounds: number;
  readonly forgotten: number;
  readonly lessons: number;
  readonly content: boolean;
}

/** Takes in what went on in rounds for two, where this machine is signed in. What is here is shown meanwhile, and where the team is away. */
export function useTeamRefresh() {
  const { me } = usePlace();
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: ['team-refresh'],
    queryFn: async () => {
      const taken = await request<Refreshed | null>('/api/growth/refresh', { method: 'POST', body: {} });
      const isNews = taken !== null && (taken.content || taken.rounds + taken.forgotten + taken.lessons > 0);
      if (isNews) for (const queryKey of [['growth'], ['recall'], ['today']]) void queryClient.invalidateQueries({ queryKey });
      return taken;
    },
    enabled: me !== null,
    staleTime: 60_000,
  });
}
