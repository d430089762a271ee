import type { Ladder } from '../../model/ladder.ts';

/** What its authors may want to look at, in words: nothing of it keeps a ladder from being used. */
export function noteLadder({ rungs }: Ladder): string[] {
  return rungs.flatMap(({ rung, asks }, index) => [
    ...asks
      .filter(({ activity }) => activity === undefined)
      .map(({ says }) => `${rung}: "${says}" is about none of the activities, so Rounds shows nothing beside it.`),
    ...asks.flatMap(({ activity, level }) => {
      const before = rungs.slice(0, index).findLast((lower) => lower.asks.some((ask) => ask.activity === activity && (ask.level ?? 0) > (level ?? 0)));
      return activity !== undefined && before ? [`${rung} asks less of ${activity} than ${before.rung} before it.`] : [];
    }),
  ]);
}
