import type { ActivityId } from '../../model/activity-names.ts';
import type { CounterIndicator, Indicator, Misconception, MisconceptionId } from '../../model/misconception.ts';

/**
 * What each sort of sign weighs, as a likelihood ratio. A considered proposal, measured on nobody: choosing a distractor or failing
 * to foresee something also happens to people who know better, and their own words say most.
 */
export const RATIO_BY_SOURCE = Object.freeze({ distractor: 3, prediction: 1.5, question: 4, recall: 2, moment: 1 });
export const COUNTER_RATIO_BY_SOURCE = Object.freeze({ distractor: 0.5, prediction: 0.6, question: 0.4, recall: 0.6 });

export interface WrittenEntry {
  readonly id: string;
  readonly belief: string;
  readonly concepts: readonly string[];
  readonly activities: readonly ActivityId[];
  readonly severity: Misconception['severity'];
  /** What a session of somebody who believes this shows: a reason to ask. */
  readonly seen: string;
  /** What they say. */
  readonly said: string;
  readonly ask: string;
  /** What somebody says or does who does not believe it. */
  readonly counter: string;
  readonly refutation: string;
  readonly transferCase: string;
  /** Where what the belief expects is also what most people expect, choosing it says less. */
  readonly distractorRatio?: number;
}

/** An entry of the catalogue from what is particular to it. */
export function writeEntry({ id, seen, said, ask, counter, distractorRatio = RATIO_BY_SOURCE.distractor, ...rest }: WrittenEntry): Misconception {
  const indicator = (source: Indicator['source'], sign: string, ratio: number = RATIO_BY_SOURCE[source]): Indicator => ({
    source,
    sign,
    ratio,
    questionToAsk: ask,
  });
  return {
    ...rest,
    id: id as MisconceptionId,
    version: 1,
    concepts: [...rest.concepts],
    activities: [...rest.activities],
    indicators: [
      indicator('distractor', 'Gave the better chance to what only this belief expects, and it did not come true.', distractorRatio),
      indicator('prediction', 'Let the decision through, or gave little chance to what came, where this belief leads astray.'),
      indicator('question', said),
      indicator('recall', 'Judged a sibling case by this belief when it came back.'),
      indicator('moment', seen),
    ],
    counterIndicators: [
      against('question', counter),
      against('distractor', 'Gave little chance to what only this belief expects, and was right.'),
      against('prediction', 'Foresaw what came instead.'),
      against('recall', 'Judged a sibling case rightly when it came back.'),
    ],
  };
}

const against = (source: CounterIndicator['source'], sign: string): CounterIndicator => ({ source, sign, ratio: COUNTER_RATIO_BY_SOURCE[source] });
