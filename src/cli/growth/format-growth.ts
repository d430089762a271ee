import type { ActivityGrowth, ContentInUse, Growth, HeldBelief, Later } from '../../model/api/growth.ts';
import type { Calibration } from '../../model/calibration.ts';
import { LEVEL_NAMES } from '../../model/entrustment-levels.ts';
import type { Terminal } from '../terminal.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';

type Page = Pick<Terminal, 'style' | 'width'>;

/** What `rounds growth` prints, line by line. */
export function formatGrowth({ beliefs, calibration, later, agreement, activities, recall, rounds, content }: Growth, page: Page): string[] {
  const isEmpty = rounds === 0 && beliefs.length === 0 && activities.every(({ evidence }) => evidence.length === 0);
  if (isEmpty) return wrapText('Nothing yet: growth is made of rounds you close. Rounds on the demo do not count.', page.width);
  const heading = (text: string): string[] => ['', page.style('bold', text)];
  return [
    `${toCount(rounds, 'closed round')} · ${toCount(recall.cards, 'rule')} kept, ${recall.due} due today`,
    ...heading('Beliefs to look at'),
    ...(beliefs.length === 0 ? ['None has shown.'] : beliefs.flatMap((belief) => formatBelief(belief, page))),
    ...heading('Calibration'),
    ...formatCalibration(calibration, page),
    ...later.map((one) => formatLater(one)),
    ...heading('Activities'),
    ...formatAgreement(agreement),
    ...activities.flatMap(formatActivity),
    '',
    ...(content ? wrapText(describeContent(content), page.width).map((line) => page.style('dim', line)) : []),
    page.style('dim', 'Only you see this. Levels, texts and thresholds are a proposal, not validated on engineers.'),
  ];
}

function describeContent({ cohort, mine }: ContentInUse): string {
  const given = cohort ? [`In the words of ${toPlainLine(cohort.name)}, version ${cohort.version}, as heard on ${cohort.takenAt.slice(0, 10)}.`] : [];
  return [...given, ...(mine.length > 0 ? [`Your own stand over them: ${mine.map((one) => toPlainLine(one)).join('; ')}.`] : [])].join(' ');
}

function formatBelief({ id, belief, standing, questionToAsk }: HeldBelief, { style, width }: Page): string[] {
  const { state, occasionsFor, occasionsAgainst, inOwnWords, relapses, contested, missing } = standing;
  const facts = [
    `${occasionsFor} for`,
    `${occasionsAgainst} against`,
    ...(inOwnWords > 0 ? [`${inOwnWords} in your own words`] : []),
    ...(relapses > 0 ? [`relapsed ${relapses}x`] : []),
    ...(contested ? ['contested'] : []),
  ];
  const indented = (text: string): string[] => wrapText(text, width - 4).map((line) => `    ${line}`);
  return [
    `  ${style('cyan', id)} ${belief}`,
    style('dim', `    ${state} · ${facts.join(', ')}`),
    ...indented(`Ask: ${questionToAsk}`),
    ...(missing.length > 0 ? indented(`Missing: ${missing.join(' ')}`) : []),
  ];
}

function formatCalibration({ n, brier, baseRate, bins, verdicts, unresolved, knewOutcome, opinion }: Calibration, { style }: Page): string[] {
  const out = `Left out: ${unresolved} unresolved, ${knewOutcome} known before, ${opinion} settled by opinion only.`;
  if (!brier || baseRate === null) return ['  No statement of yours was settled yet.', style('dim', `  ${out}`)];
  const { unsound, sound } = verdicts;
  return [
    `  ${toCount(n, 'settled statement')}; Brier ${brier.score.toFixed(3)}, always saying the base rate (${toPercent(baseRate)}): ${brier.uncertainty.toFixed(3)}`,
    `  reliability ${brier.reliability.toFixed(3)} - resolution ${brier.resolution.toFixed(3)} + uncertainty ${brier.uncertainty.toFixed(3)}`,
    ...bins.flatMap((bin) => (bin.came ? [`  said ${String(bin.from).padStart(2)}-${bin.to} %: came ${toPercent(bin.came.value)} of ${bin.n}`] : [])),
    `  Unsound: ${unsound.hits} stopped, ${unsound.misses} let through, ${unsound.unsure} unsure`,
    `  Sound: ${sound.accepted} let through, ${sound.falseAlarms} false alarms, ${sound.unsure} unsure`,
    style('dim', `  ${out}`),
  ];
}

function formatAgreement({ retrospective, prospective }: Growth['agreement']): string[] {
  const rows = [['how it was done', retrospective] as const, ['how the next may be done', prospective] as const].filter(([, { n }]) => n > 0);
  return rows.map(
    ([what, { n, same, oneApart, kappa }]) =>
      `  You and others on ${what}: ${same} of ${n} the same, ${oneApart} one level apart${kappa === null ? '' : `, weighted kappa ${kappa.toFixed(2)}`}`,
  );
}

const HOW_WORDS: Readonly<Record<Later['how'], string>> = {
  revert: 'taken back by',
  fix: 'mended by',
  run: 'checked later by',
  probe: 'shown wrong by a probe:',
};

const formatLater = ({ how, words, at, question, settles }: Later): string =>
  `  ${at.slice(0, 10)} ${HOW_WORDS[how]} “${toPlainLine(words)}”${settles ? ', which settled your statement' : ''} (${toPlainLine(question)})`;

function formatActivity({ activity, name, rounds, levels, evidence }: ActivityGrowth): string[] {
  const rated = levels.flatMap(({ level, retrospective, prospective }) => [
    ...(retrospective.length > 0 ? [`done at ${LEVEL_NAMES[level]} ${retrospective.length}x`] : []),
    ...(prospective.length > 0 ? [`next at ${LEVEL_NAMES[level]} ${prospective.length}x`] : []),
  ]);
  if (rounds.length === 0 && rated.length === 0 && evidence.length === 0) return [];
  return [
    `  ${activity.padEnd(3)} ${toPlainLine(name)}: ${[toCount(rounds.length, 'round'), ...rated].join(', ')}`,
    ...evidence.map(
      ({ kind, ref, repository, note }) => `      ${kind} ${toPlainLine(ref)} (${toPlainLine(repository)})${note === '' ? '' : `: ${toPlainLine(note)}`}`,
    ),
  ];
}

const toPercent = (share: number): string => `${Math.round(share * 100)} %`;
