import type { Comparison } from '../../model/comparison.ts';
import { passesAll, resolveComparison, type ResolvedComparison } from '../../rounds/comparison/resolve-comparison.ts';

export interface ToldComparison {
  /** By letter: whether its own tests and the hidden ones pass; null where they could not be run. */
  readonly passesByLetter: ReadonlyMap<string, boolean | null>;
  readonly resolved: ResolvedComparison | null;
}

/** What the checks say of a revealed comparison and of its judgement. */
export function tellComparison(comparison: Comparison): ToldComparison {
  return { passesByLetter: new Map(comparison.results.map((result) => [result.letter, passesAll(result)])), resolved: resolveComparison(comparison) };
}
