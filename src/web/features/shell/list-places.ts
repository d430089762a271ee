import type { Place } from '../../api/where.ts';

export type PlacePath = '/' | '/sessions' | '/rounds' | '/library' | '/people' | '/settings';

/** What the navigation offers: only what there is here. */
export function listPlaces({ isMine, me }: Place): readonly { readonly to: PlacePath; readonly label: string }[] {
  const places: ({ to: PlacePath; label: string } | false)[] = [
    { to: '/', label: 'Today' },
    isMine && { to: '/sessions', label: 'Sessions' },
    { to: '/rounds', label: 'Rounds' },
    me !== null && { to: '/library', label: 'Library' },
    me !== null && { to: '/people', label: 'People' },
    { to: '/settings', label: 'Settings' },
  ];
  return places.filter((place) => place !== false);
}
