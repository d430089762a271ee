import type { AnsweredDrill } from '../../app/drills/answer-drill.ts';
import type { Mining } from '../../app/drills/mine-drills.ts';
import type { MinedStage } from '../../app/drills/stage-count.ts';
import type { BlindDrill, DrillList, DrillTallies, DrillTally, ListedDrill } from '../../model/api/drills.ts';
import type { Terminal } from '../terminal.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { cutToWidth } from '../text/wrap-text.ts';

type Styling = Pick<Terminal, 'style' | 'width'>;

const cut = (line: string, width: number): string => cutToWidth(toPlain(line).replaceAll('\t', '  ').replaceAll('\n', ' '), width);

/** The code with its line numbers and the question. */
export function formatDrill({ id, form, difficulty, question, files }: BlindDrill, { style, width }: Styling): string {
  const parts = files.flatMap(({ path, shown }) => [
    style('bold', toPlainLine(path)),
    ...shown.flatMap(({ start, lines }, at) => [
      ...(at > 0 ? [style('dim', '     …')] : []),
      ...lines.map((line, index) => `${style('dim', String(start + index).padStart(5))} ${cut(line, width - 6)}`),
    ]),
    '',
  ]);
  const head = `${style('cyan', id.slice(0, 6))} ${style('dim', `${form === 'practice' ? 'practice' : `form ${form}`}, difficulty ${difficulty.toFixed(2)} (an estimate)`)}`;
  return [head, '', ...parts, style('bold', question)].join('\n');
}

const FOUND = { demonstrated: 'fails', 'not-demonstrated': 'passes', 'could-not-run': 'could not be run' } as const;

/** What was wrong, what minds it, and how the answer did. */
export function formatReveal({ drill, answer, own, places }: AnsweredDrill, { style, width }: Styling): string {
  const changes = drill.files.flatMap(({ path, hunks }) =>
    hunks.flatMap(({ oldStart, lines }) => [
      style('bold', `${toPlainLine(path)}:${Math.max(1, oldStart)}`),
      ...lines.map((line) => `  ${style(line[0] === '+' ? 'green' : 'red', cut(line, width - 2))}`),
    ]),
  );
  const lines = places.map(({ path, line }) => `${toPlainLine(path)}:${line}`);
  const named = drill.failingTests.slice(0, 3).map(toPlainLine).join('; ');
  const short = drill.commit.slice(0, 8);
  const about = toPlainLine(drill.about);
  const said = { fix: `It was mended by ${short}: ${about}`, part: `One part of ${short} was left out: ${about}`, mutation: `It was put in: ${about}.` }[
    drill.kind
  ];
  const minds = answer.confirmed
    ? `The hidden test fails: ${named}${drill.failingTests.length > 3 ? ` and ${drill.failingTests.length - 3} more` : ''}.`
    : 'The hidden test did not fail this time, so this answer is not counted.';
  return [
    said,
    ...changes,
    minds,
    answer.linesHit ? style('green', 'You named the place.') : style('yellow', `You named another place than ${lines.slice(0, 4).join(', ')}.`),
    ...(own ? [`Your test ${FOUND[own.broken.finding]} on the code as it was shown, and ${FOUND[own.fixed.finding]} with the fix.`] : []),
    ...(answer.unaided ? [] : [style('dim', 'Not counted as unaided.')]),
  ].join('\n');
}

export function formatListed({ id, form, difficulty, state, revealed }: ListedDrill, { style }: Styling): string {
  const head = `${style('cyan', id.slice(0, 6))} ${(form ?? '').padEnd(8)} ${difficulty.toFixed(2)} ${state}`;
  if (!revealed) return head;
  const { about, paths, hit, unaided } = revealed;
  return `${head} ${hit ? 'right' : 'not right'}${unaided ? ', unaided' : ''}: ${toPlainLine(paths.join(', '))}: ${toPlainLine(about)}`;
}

/** What is held out, and when it is due. */
export function formatForms({ practiceLeft, forms }: Pick<DrillList, 'practiceLeft' | 'forms'>): string {
  const { yearStart, windows, due, size, alike, tooSmall } = forms;
  const like = size === 0 ? '' : ` ${alike === size ? 'All' : `${alike} of ${size}`} have their like in every form, by kind, family of slips and difficulty.`;
  const when =
    yearStart === null
      ? 'Say when your year began, with --year-start 2026-09-01: forms are drawn by it.'
      : due === null
        ? `Your year, begun on ${yearStart}, has no form due today.`
        : `Form ${due} is due until ${windows.find(({ form }) => form === due)?.until ?? ''}.`;
  return [
    `${practiceLeft} left to practise with. Four forms of ${toCount(size, 'drill')} are held out.${like}`,
    ...(tooSmall === null ? [] : [tooSmall]),
    when,
  ].join('\n');
}

/** Each group for itself: nothing here may be added up. */
export function formatTallies({ forms, practice, other, unsettled }: DrillTallies): string {
  const named = [
    ...forms.filter(({ answers }) => answers > 0).map((tally) => [`form ${tally.form}, unaided`, tally] as const),
    ['practice, unaided', practice] as const,
    ['otherwise', other] as const,
  ];
  const rows = named.map(([name, tally]) => `  ${name}: ${formatTally(tally)}`);
  return ['Answers that were right; only those of forms can say anything of growth:', ...rows, ...(unsettled > 0 ? [`  ${unsettled} not settled`] : [])].join(
    '\n',
  );
}

const toPercent = (share: number): string => `${Math.round(share * 100)} %`;
const formatTally = ({ answers, hits, interval }: DrillTally): string =>
  interval === null ? 'none' : `${hits} of ${answers} (the rate may be ${toPercent(interval.low)} to ${toPercent(interval.high)})`;

export const formatMining = ({ fixes, parts, mutations, drills, wasStopped, runs, secondsOfRuns, seconds }: Mining): string =>
  [
    `${toCount(drills.length, 'new drill')}${wasStopped ? ' before it was stopped. What was tried is kept: the next time goes on from there' : ''}.`,
    `Tests were run ${toCount(runs, 'time')}, ${toCount(secondsOfRuns, 'second')} of ${seconds}.`,
    formatStage('commits that call themselves a fix', fixes),
    formatStage('other commits, for a part to leave out', parts),
    formatStage('slips put into the code', mutations),
  ].join('\n');

function formatStage(name: string, { candidates, verified, refused, known, left }: MinedStage): string {
  const reasons = Object.entries(refused)
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => `  ${String(count).padStart(4)} ${reason}`);
  const rest = [...(known > 0 ? [`${known} tried before`] : []), ...(left > 0 ? [`${left} not tried`] : [])];
  return [`${candidates} ${name}: ${verified} verified${rest.length > 0 ? `, ${rest.join(', ')}` : ''}.`, ...reasons].join('\n');
}
