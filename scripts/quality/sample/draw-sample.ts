import { createSeededRandom } from '../../../src/moments/engine/seeded-random.ts';

/** Up to `count` of the list, as many of each project as there are, drawn anew by the seed alone. Returned in an order that tells nothing. */
export function drawSample<T>(list: readonly T[], { count, seed, projectOf }: { count: number; seed: string; projectOf: (one: T) => string }): T[] {
  const random = createSeededRandom(seed);
  const byProject = [...Map.groupBy(list, projectOf)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => shuffle(own, random));
  const drawn: T[] = [];
  for (let round = 0; drawn.length < count && byProject.some((own) => own.length > round); round += 1)
    for (const own of byProject) if (round < own.length && drawn.length < count) drawn.push(own[round] as T);
  return shuffle(drawn, random);
}

function shuffle<T>(list: readonly T[], random: () => number): T[] {
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}
