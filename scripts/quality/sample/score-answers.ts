import { formatShare } from '../share.ts';

/** One line of an answer sheet; `wouldStop` is null until it is answered. */
export interface Answer {
  readonly id: string;
  readonly wouldStop: boolean | null;
  readonly kind?: string;
  readonly note?: string;
}

/** The share of yes, over all and by rule, as lines; what was not answered is not counted. */
export function scoreAnswers(answers: readonly Answer[], ruleById: ReadonlyMap<string, string>): string[] {
  const read = answers.filter(({ wouldStop }) => wouldStop !== null);
  const toShare = (own: readonly Answer[]): string => formatShare({ right: own.filter(({ wouldStop }) => wouldStop).length, of: own.length });
  const byRule = Map.groupBy(read, ({ id }) => ruleById.get(id) ?? 'rule not known');
  return [
    `all: ${toShare(read)}${read.length < answers.length ? `; ${answers.length - read.length} not answered` : ''}`,
    ...[...byRule].toSorted(([, a], [, b]) => b.length - a.length).map(([rule, own]) => `${rule}: ${toShare(own)}`),
  ];
}
