import { measureDistance } from '../../learning/drills/estimate-difficulty.ts';

/** Through more files than this a test hardly minds. */
const FARTHEST = 4;
/** More are not run for one candidate. */
const MOST_REACHING = 8;

/** Who imports a file, directly. */
export type ImportersByPath = ReadonlyMap<string, readonly string[]>;

/** Tests that run a file through what they import, nearest first, a bounded number of them. */
export function findReachingTests(importers: ImportersByPath, isTest: (path: string) => boolean, path: string): string[] {
  const seen = new Set([path]);
  const found: string[] = [];
  let edge = [path];
  for (let steps = 0; steps < FARTHEST && edge.length > 0 && found.length < MOST_REACHING; steps += 1) {
    edge = [...new Set(edge.flatMap((one) => importers.get(one) ?? []))].filter((one) => !seen.has(one));
    for (const one of edge) seen.add(one);
    const near = (one: string): number => measureDistance(path, one);
    found.push(...edge.filter(isTest).toSorted((a, b) => near(a) - near(b) || (a < b ? -1 : 1)));
  }
  return found.slice(0, MOST_REACHING);
}
