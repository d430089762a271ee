/** Fewer people than this are never shown as a group. */
export const LEAST_PEOPLE = 5;

export interface Group<T> {
  readonly name: string;
  /** Ids of people, so that one person in two groups is seen. */
  readonly people: ReadonlySet<string>;
  readonly value: T;
}

export type ShownGroup<T> =
  | { readonly name: string; readonly n: number; readonly value: T }
  | { readonly name: string; readonly n: null; readonly value: null };

/**
 * Groups as they may be shown beside their whole: at least five people each, and nothing to be had by subtraction. What is hidden
 * together must again be five people or more, and so must the difference of any two groups shown; the smaller of them goes
 * with it otherwise.
 */
export function suppressSmallGroups<T>(groups: readonly Group<T>[]): ShownGroup<T>[] {
  const everybody = new Set(groups.flatMap(({ people }) => [...people]));
  let shown = new Set(groups.filter(({ people }) => people.size >= LEAST_PEOPLE));
  if (everybody.size < LEAST_PEOPLE) shown = new Set();
  for (let leaking = findLeaking(shown, everybody); leaking; leaking = findLeaking(shown, everybody)) shown.delete(leaking);
  return groups.map((group) =>
    shown.has(group) ? { name: group.name, n: group.people.size, value: group.value } : { name: group.name, n: null, value: null },
  );
}

function findLeaking<T>(shown: ReadonlySet<Group<T>>, everybody: ReadonlySet<string>): Group<T> | null {
  const smallestFirst = [...shown].sort((a, b) => a.people.size - b.people.size);
  for (const group of smallestFirst) {
    const wholes = [everybody, ...smallestFirst.filter((other) => other !== group).map(({ people }) => people)];
    if (wholes.some((whole) => isFew(countOthers(whole, group.people)))) return group;
  }
  const hidden = countOthers(everybody, new Set(smallestFirst.flatMap(({ people }) => [...people])));
  return isFew(hidden) ? (smallestFirst[0] ?? null) : null;
}

const countOthers = (all: ReadonlySet<string>, without: ReadonlySet<string>): number => [...all].filter((one) => !without.has(one)).length;

/** Nobody is nothing to find out about. */
const isFew = (size: number): boolean => size > 0 && size < LEAST_PEOPLE;
