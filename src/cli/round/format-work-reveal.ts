import type { OpenedJudgement, OpenedWork, RoundAtHand } from '../../app/take-part/round-door.ts';
import type { CheckResult } from '../../model/comparison.ts';
import type { SharedHunk } from '../../model/team/shared-deconstruction.ts';
import { formatHunk } from '../deconstruct/format-hunk.ts';
import type { Terminal } from '../terminal.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import { describePrediction } from './ask-predictions.ts';

type Styling = Pick<Terminal, 'style' | 'width'>;

/** The reveal of a comparison or a deconstruction: what people sealed side by side, disagreements first, then what the checks said. */
export function formatWorkReveal({ answers, work }: Pick<RoundAtHand, 'answers' | 'work'>, terminal: Styling): string[] {
  if (!work) return [];
  const opened = answers ?? [];
  return ['', ...(work.kind === 'comparison' ? formatRankings(work, opened, terminal) : formatPredictions(work, opened, terminal))];
}

function formatRankings({ truth }: Extract<OpenedWork, { kind: 'comparison' }>, answers: readonly OpenedJudgement[], terminal: Styling): string[] {
  const { style, width } = terminal;
  const rankings = answers.flatMap(({ ranking }) => (ranking ? [ranking.ranking] : []));
  const firsts = new Set(rankings.map(([first]) => first));
  return [
    ...(rankings.length > 1 ? [style('bold', firsts.size > 1 ? 'You disagree on which is best' : 'You agree on which is best'), ''] : []),
    ...answers.flatMap(({ name, isMe, ranking, rankingScore }) => [
      `${style(isMe ? 'cyan' : 'yellow', toPlainLine(name))}${ranking ? `: ${ranking.ranking.join(' before ')}` : ' passed'}`,
      ...(ranking ? wrapText(toPlain(ranking.reason), width - 2).map((line) => `  ${line}`) : []),
      ...(rankingScore
        ? rankingScore.outputs.map(
            ({ letter, probability, brier }) => `  ${letter} passes: ${probability} %${brier === null ? '' : `, Brier score ${brier.toFixed(2)}`}`,
          )
        : []),
      '',
    ]),
    ...(truth
      ? truth.outputs.flatMap(({ letter, ref, commit }) => {
          const result = truth.results.find((one) => one.letter === letter);
          return [`${style('bold', letter)} ${toPlainLine(ref)} ${style('dim', commit.slice(0, 8))}`, `  ${describeResult(result)}`];
        })
      : ['The outputs were forgotten. What people wrote is kept.']),
    '',
  ];
}

function describeResult(result: CheckResult | undefined): string {
  if (!result || result.passed === null || result.hidden?.passed === null) return 'its checks could not be run';
  const isHidden = result.passed && result.hidden?.passed === false;
  if (result.passed && !isHidden) return result.hidden ? 'passes, the hidden tests too' : 'passes';
  const named = (isHidden ? result.hidden?.failingTests : result.failingTests) ?? [];
  return `fails${isHidden ? ' the hidden tests' : ''}${named.length > 0 ? `: ${named.slice(0, 3).map(toPlainLine).join('; ')}` : ''}`;
}

function formatPredictions(
  { content, truth }: Extract<OpenedWork, { kind: 'deconstruction' }>,
  answers: readonly OpenedJudgement[],
  terminal: Styling,
): string[] {
  if (!content) return ['The change was forgotten. What people wrote is kept.', ''];
  const saidOf = ({ id }: SharedHunk): string[] =>
    answers.flatMap(({ predictions }) => (predictions?.predictions[id] ? [describePrediction(predictions.predictions[id])] : []));
  const differs = (hunk: SharedHunk): boolean => new Set(saidOf(hunk)).size > 1;
  const hunks = content.hunks.toSorted((a, b) => Number(differs(b)) - Number(differs(a)));
  return [
    ...hunks.flatMap((hunk) => {
      const found = truth?.findings.find(({ id }) => id === hunk.id);
      return [
        ...formatHunk(hunk, terminal).split('\n'),
        ...answers.map(({ name, predictions, predictionScore }) => {
          const said = predictions?.predictions[hunk.id];
          const right = predictionScore?.rightByHunk[hunk.id];
          return `  ${toPlainLine(name)}: ${said ? describePrediction(said) : 'passed'}${right === undefined || right === null ? '' : right ? ' (right)' : ' (not so)'}`;
        }),
        terminal.style('bold', `  without it: ${describeFinding(found)}`),
        '',
      ];
    }),
    ...answers.flatMap(({ name, predictionScore }) =>
      predictionScore ? [`${toPlainLine(name)}: ${predictionScore.right} of ${predictionScore.of} rightly.`] : [],
    ),
    '',
  ];
}

function describeFinding(found: { readonly finding: string; readonly failingTests: readonly string[] } | undefined): string {
  if (!found || found.finding === 'could-not-run') return 'it could not be run';
  if (found.finding === 'unexplained') return 'nothing fails: untested, unneeded, or not understood';
  return found.failingTests.length > 0 ? found.failingTests.slice(0, 3).map(toPlainLine).join('; ') : 'the tests fail before any of them is named';
}
