import type { QueryClient, QueryFilters } from '@tanstack/react-query';

/**
 * Asks again for what `filters` match, because it changed. A first answer still under way may tell of before the change, and the
 * library would let it stand: that one is asked for once more when it is here.
 */
export async function askAgain(queryClient: QueryClient, filters: QueryFilters): Promise<void> {
  const first = queryClient
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  const asked = queryClient.invalidateQueries(filters);
  const askedTwice = first.map(async ({ promise, queryKey }) => {
    await promise?.catch(() => undefined);
    await queryClient.invalidateQueries({ queryKey, exact: true });
  });
  await Promise.all([asked, ...askedTwice]);
}
