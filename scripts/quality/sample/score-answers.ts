import { formatShare, type Share } from '../share.ts';

/** One line of an answer sheet; `wouldStop` is null until it is answered. */
export interface Answer {
  readonly id: string;
  readonly wouldStop: boolean | null;
  readonly kind?: string;
  readonly note?: string;
}

type Sheet = readonly Answer[];

/** The share of yes of one sheet, over all and by rule, as lines; what was not answered is not counted. */
export function scoreAnswers(answers: Sheet, ruleById: ReadonlyMap<string, string>): string[] {
  const read = answers.filter(({ wouldStop }) => wouldStop !== null);
  const byRule = Map.groupBy(read, ({ id }) => ruleById.get(id) ?? 'rule not known');
  return [
    `all: ${formatShare(countYes(read))}${read.length < answers.length ? `; ${answers.length - read.length} not answered` : ''}`,
    ...[...byRule].toSorted(([, a], [, b]) => b.length - a.length).map(([rule, own]) => `${rule}: ${formatShare(countYes(own))}`),
  ];
}

const countYes = (answers: Sheet): Share => ({ right: answers.filter(({ wouldStop }) => wouldStop).length, of: answers.length });

/** Of the cards that both answered: how often they agree, and how often both say yes. */
export function compareSheets(first: Sheet, second: Sheet): string[] {
  const answerById = new Map(second.map(({ id, wouldStop }) => [id, wouldStop]));
  const both = first.flatMap(({ id, wouldStop }) => {
    const other = answerById.get(id) ?? null;
    return wouldStop === null || other === null ? [] : [{ isSame: wouldStop === other, isYes: wouldStop && other }];
  });
  const toShare = (right: number): string => formatShare({ right, of: both.length });
  return [`agree: ${toShare(both.filter(({ isSame }) => isSame).length)}`, `both yes: ${toShare(both.filter(({ isYes }) => isYes).length)}`];
}
