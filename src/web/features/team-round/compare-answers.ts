/** What two or more judgements agree and differ on, as far as that can be told without reading their words. */
import type { Judgement, MarkedLines } from '../../../model/judgement.ts';
import { joinWords } from '../../text/format-amount.ts';

export type Aspect = 'verdict' | 'proposition' | 'probability' | 'lines';

/** Further apart than this on the same statement is a disagreement: about the step from "even" to "rather likely". */
const FAR_PERCENT = 25;

const WORDS: Readonly<Record<Aspect, string>> = {
  verdict: 'the verdict',
  proposition: 'which statement matters',
  probability: 'how likely it is',
  lines: 'which lines decide it',
};

export interface Comparison {
  readonly differ: readonly Aspect[];
  readonly agree: readonly Aspect[];
}

const isSame = <T>(values: readonly T[]): boolean => values.every((value) => value === values[0]);

function overlaps(a: readonly MarkedLines[], b: readonly MarkedLines[]): boolean {
  return a.some((one) =>
    b.some((other) =>
      one.within && other.within
        ? one.within.event === other.within.event && one.within.from <= other.within.to && other.within.from <= one.within.to
        : one.start <= other.end && other.start <= one.end,
    ),
  );
}

export function compareJudgements(judgements: readonly Judgement[]): Comparison {
  if (judgements.length < 2) return { differ: [], agree: [] };
  const differ: Aspect[] = [];
  const agree: Aspect[] = [];
  const sort = (aspect: Aspect, agrees: boolean): unknown => (agrees ? agree : differ).push(aspect);
  sort('verdict', isSame(judgements.map(({ verdict }) => verdict)));
  const isSameStatement = isSame(judgements.map(({ proposition }) => proposition));
  // Who knew how it ended was offered other statements than who did not.
  if (judgements.every(({ knewOutcome }) => !knewOutcome)) sort('proposition', isSameStatement);
  if (isSameStatement) {
    const percents = judgements.map(({ probability }) => probability);
    sort('probability', Math.max(...percents) - Math.min(...percents) < FAR_PERCENT);
  }
  if (judgements.every(({ lines }) => lines.length > 0))
    sort(
      'lines',
      judgements.every((one) => judgements.every((other) => overlaps(one.lines, other.lines))),
    );
  return { differ, agree };
}

const say = (verb: string, aspects: readonly Aspect[]): string[] =>
  aspects.length === 0 ? [] : [`you ${verb} on ${joinWords(aspects.map((aspect) => WORDS[aspect]))}`];

/** Disagreement first, then agreement: "You differ on the verdict; you agree on how likely it is." Empty for fewer than two judgements. */
export function describeComparison({ differ, agree }: Comparison): string {
  const said = [...say('differ', differ), ...say('agree', agree)].join('; ');
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
