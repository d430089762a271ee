import type { ActivityId } from '../../model/activity-names.ts';
import type { CounterIndicator, Indicator, Misconception, MisconceptionId } from '../../model/misconception.ts';

/** A sign, how much likelier it is in somebody who holds the belief, and what to ask who shows it. */
interface WrittenSign {
  readonly ratio: number;
  readonly sign: string;
  readonly ask: string;
}

/**
 * What is particular to a belief. Ratios are a considered proposal, measured on nobody: they are high where hardly anybody else would
 * show the sign, and near 1 where most people expect the same. A programme may change them (parse-own-catalogue.ts).
 */
export interface WrittenEntry {
  readonly id: string;
  readonly belief: string;
  readonly concepts: readonly string[];
  readonly activities: readonly ActivityId[];
  readonly severity: Misconception['severity'];
  /** What a session of somebody who believes this shows: a reason to ask. */
  readonly seen: string;
  /** What they say, and what that weighs. */
  readonly said: string;
  readonly ownWords: number;
  readonly ask: string;
  /** They chose what only this belief expects. */
  readonly chosen: WrittenSign;
  /** What they foresaw went astray the way this belief leads. */
  readonly astray: WrittenSign;
  readonly recalled: WrittenSign;
  /** What somebody says or does who does not believe it. */
  readonly counter: string;
  readonly foresaw: string;
  readonly against: Readonly<Record<CounterIndicator['source'], number>>;
  readonly refutation: string;
  readonly transferCase: string;
}

/** Raised whenever what entries weigh or say changes; signs keep the weight of the version they were written with. */
const VERSION = 2;

/** An entry of the catalogue from what is particular to it. */
export function writeEntry(entry: WrittenEntry): Misconception {
  const { id, belief, concepts, activities, severity, seen, said, ownWords, ask, chosen, astray, recalled, counter, foresaw, against, ...rest } = entry;
  return {
    ...rest,
    id: id as MisconceptionId,
    version: VERSION,
    belief,
    concepts: [...concepts],
    activities: [...activities],
    severity,
    indicators: [
      toIndicator('distractor', chosen),
      toIndicator('prediction', astray),
      toIndicator('question', { ratio: ownWords, sign: said, ask }),
      toIndicator('recall', recalled),
      toIndicator('moment', { ratio: 1, sign: seen, ask }),
    ],
    counterIndicators: [
      { source: 'question', sign: counter, ratio: against.question },
      { source: 'distractor', sign: 'Gave little chance to what only this belief expects, and was right.', ratio: against.distractor },
      { source: 'prediction', sign: foresaw, ratio: against.prediction },
      { source: 'recall', sign: 'Judged a sibling case rightly when it came back.', ratio: against.recall },
    ],
  };
}

const toIndicator = (source: Indicator['source'], { ratio, sign, ask }: WrittenSign): Indicator => ({ source, sign, ratio, questionToAsk: ask });
