import type { RegisteredRule } from '../rule/registered-rule.ts';
import type { FindOptions } from './find-moments.ts';

/** Labelled places a rule was measured on, and how many of its moments there were right. Written by `npm run quality`. */
export type Measured = Readonly<Record<string, { readonly right: number; readonly of: number }>>;

/** A nursery rule that is wrong more often than this is asked for by name only. */
const LEAST_PRECISION = 0.25;
/** Fewer measured places than this say nothing about a rule. */
const LEAST_PLACES = 4;

/** The rules that run: all but nursery rules measured to be mostly wrong. Those of the other side run too, since they speak against a sound decision. */
export function selectRules(rules: readonly RegisteredRule[], measured: Measured, { nursery }: Pick<FindOptions, 'nursery'>): RegisteredRule[] {
  return rules.filter(({ rule: { meta } }) => {
    if (meta.stage === 'stable' || nursery) return true;
    const figure = measured[meta.id];
    return figure === undefined || figure.of < LEAST_PLACES || figure.right / figure.of >= LEAST_PRECISION;
  });
}
