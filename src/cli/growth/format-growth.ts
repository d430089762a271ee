import type { ActivityGrowth, ContentInUse, Growth, Later } from '../../model/api/growth.ts';
import type { DrillTallies } from '../../model/api/drills.ts';
import type { Calibration } from '../../model/calibration.ts';
import { LEVEL_NAMES } from '../../model/entrustment-levels.ts';
import { formatTallies } from '../drill/format-drill.ts';
import type { Terminal } from '../terminal.ts';
import { formatBelief } from './format-belief.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';

type Page = Pick<Terminal, 'style' | 'width'>;

/** What `rounds growth` prints, line by line. */
export function formatGrowth(
  { beliefs, calibration, later, agreement, activities, recall, rounds, content }: Growth,
  tallies: DrillTallies,
  page: Page,
): string[] {
  const hasDrills = [...tallies.forms, tallies.practice, tallies.other].some(({ answers }) => answers > 0);
  const isEmpty = !hasDrills && rounds === 0 && beliefs.length === 0 && activities.every(({ evidence }) => evidence.length === 0);
  if (isEmpty) return wrapText('Nothing yet: growth is made of rounds you close. Rounds on the demo do not count.', page.width);
  const heading = (text: string): string[] => ['', page.style('bold', text)];
  return [
    `${toCount(rounds, 'closed round')} · ${toCount(recall.cards, 'rule')} kept, ${recall.due} due today`,
    ...heading('Beliefs to look at'),
    ...(beliefs.length === 0 ? ['None has shown.'] : beliefs.flatMap((belief) => formatBelief(belief, page))),
    ...heading('Calibration'),
    ...formatCalibration(calibration, page),
    ...later.map((one) => formatLater(one)),
    ...(hasDrills
      ? [
          ...heading('Drills'),
          ...formatTallies(tallies)
            .split('\n')
            .flatMap((line) => wrapText(line, page.width)),
        ]
      : []),
    ...heading('Activities'),
    ...formatAgreement(agreement).flatMap((line) => wrapText(line, page.width - 2).map((part, index) => (index === 0 ? part : `    ${part}`))),
    ...activities.flatMap((activity) => formatActivity(activity, page)),
    '',
    ...(content ? wrapText(describeContent(content), page.width).map((line) => page.style('dim', line)) : []),
    ...wrapText('Only you see this. Levels, texts and thresholds are a proposal, not validated on engineers.', page.width).map((line) =>
      page.style('dim', line),
    ),
  ];
}

function describeContent({ cohort, mine }: ContentInUse): string {
  const given = cohort ? [`In the words of ${toPlainLine(cohort.name)}, version ${cohort.version}, as heard on ${cohort.takenAt.slice(0, 10)}.`] : [];
  return [...given, ...(mine.length > 0 ? [`Your own stand over them: ${mine.map((one) => toPlainLine(one)).join('; ')}.`] : [])].join(' ');
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

function formatActivity({ activity, name, rounds, levels, evidence }: ActivityGrowth, { width, style }: Page): string[] {
  const rated = [
    ['How it was done', formatRatings(levels, 'retrospective')] as const,
    ['How the next may be done', formatRatings(levels, 'prospective')] as const,
  ].filter(([, said]) => said !== '');
  if (rounds.length === 0 && rated.length === 0 && evidence.length === 0) return [];
  return [
    `  ${activity.padEnd(3)} ${toPlainLine(name)}: ${toCount(rounds.length, 'round')}`,
    ...rated.flatMap(([what, said]) => wrapText(`${what}: ${said}`, width - 6).map((line) => style('dim', `      ${line}`))),
    ...evidence.map(
      ({ kind, ref, repository, note }) => `      ${kind} ${toPlainLine(ref)} (${toPlainLine(repository)})${note === '' ? '' : `: ${toPlainLine(note)}`}`,
    ),
  ];
}

/** "Together 2, Checked first 6": how often each level was said. What was done and what may be done are never in one line. */
const formatRatings = (levels: ActivityGrowth['levels'], of: 'retrospective' | 'prospective'): string =>
  levels
    .filter((level) => level[of].length > 0)
    .map((level) => `${LEVEL_NAMES[level.level]} ${level[of].length}`)
    .join(', ');

const toPercent = (share: number): string => `${Math.round(share * 100)} %`;
