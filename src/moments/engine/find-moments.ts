import type { Moment } from '../../model/moment.ts';
import type { SessionFacts } from '../facts/facts.ts';

export interface FindOptions {
  /** Vindicated decisions (kind `good-practice`) instead of the others. `both` ranks them together. */
  readonly sound: boolean | 'both';
  /** Also rules still in the nursery. */
  readonly nursery?: boolean;
  /** How new each kind or concept is to the person, 0..1; 1 when unknown. */
  readonly novelty?: (concepts: readonly string[]) => number;
  /** Rules this repository's people called legitimate there: their score is lowered, never hidden silently. */
  readonly legitimate?: ReadonlyMap<string, number>;
}

/** Moments of one session, best first: one per place, at most 25 lines each, ranks from 1, diverse in the first three. */
export declare function findMoments(facts: SessionFacts, options: FindOptions): Moment[];
