import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ProbeOutputList } from '../../../model/api/team/probes.ts';
import { request, toPath } from '../../api/request.ts';

type Piece = ProbeOutputList['output'][number];

/** All that a probe printed so far. The stream of changes says when there is more. */
const outputQuery = (probe: string) =>
  queryOptions({
    queryKey: ['team', 'output', probe],
    queryFn: async ({ client, queryKey, signal }): Promise<readonly Piece[]> => {
      const known = client.getQueryData<readonly Piece[]>(queryKey) ?? [];
      const pieces = [...known];
      for (;;) {
        const from = (pieces.at(-1)?.n ?? -1) + 1;
        const { output } = await request<ProbeOutputList>(toPath(`/api/team/probes/${encodeURIComponent(probe)}/output`, { from }), { signal });
        if (output.length === 0) return pieces;
        pieces.push(...output);
      }
    },
  });

export function useProbeOutput(probe: string, isRunning: boolean): string {
  const { data } = useQuery({ ...outputQuery(probe), enabled: isRunning });
  return (data ?? []).map(({ text }) => text).join('');
}
