import type { Place } from '../../api/where.ts';

export type PlacePath = '/' | '/sessions' | '/rounds' | '/pair' | '/growth' | '/programme' | '/library' | '/sign-offs' | '/people' | '/settings';

const PLACE_OF: readonly (readonly [PlacePath, RegExp])[] = [
  ['/sessions', /^\/(?:sessions|moments)\//],
  ['/rounds', /^\/(?:(?:rounds|team)\/|grand-rounds)/],
  ['/library', /^\/lessons\//],
  ['/growth', /^\/(?:recall$|drills)/],
  ['/programme', /^\/programme\//],
  ['/pair', /^\/pair\//],
  ['/sign-offs', /^\/sign-offs\//],
  ['/settings', /^\/shared$/],
];

/** Which place a page within one belongs to; null where the address says so by itself. */
export const findPlace = (pathname: string): PlacePath | null => PLACE_OF.find(([, pages]) => pages.test(pathname))?.[0] ?? null;

/** What the navigation offers: only what there is here. */
export function listPlaces({ isMine, me }: Place): readonly { readonly to: PlacePath; readonly label: string }[] {
  const places: ({ to: PlacePath; label: string } | false)[] = [
    { to: '/', label: 'Today' },
    isMine && { to: '/sessions', label: 'Sessions' },
    { to: '/rounds', label: 'Rounds' },
    me !== null && { to: '/pair', label: 'Pair' },
    isMine && { to: '/growth', label: 'Growth' },
    me !== null && { to: '/programme', label: 'Programme' },
    me !== null && { to: '/library', label: 'Library' },
    me !== null && { to: '/sign-offs', label: 'Sign-offs' },
    me !== null && { to: '/people', label: 'People' },
    { to: '/settings', label: 'Settings' },
  ];
  return places.filter((place) => place !== false);
}
