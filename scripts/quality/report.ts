/** Writes docs/quality.md and src/moments/rules/measured.json from one measurement. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DecisionLabel, PlaceLabel, ScannedMoment } from './gold.ts';
import { wilsonInterval } from './wilson.ts';

interface Measurement {
  readonly root: string;
  readonly score: Readonly<Record<string, unknown>>;
  readonly perKind: string;
  readonly hits: ReadonlyMap<ScannedMoment, PlaceLabel | null>;
  readonly decisions: readonly { readonly decision: DecisionLabel; readonly moment: ScannedMoment | null }[];
  readonly sound: readonly ScannedMoment[];
  readonly corpusMoments: readonly ScannedMoment[];
}

const FIGURES: readonly (readonly [key: string, meaning: string])[] = [
  ['precision', 'of everything printed by default, how much a reader had marked, kind and place'],
  ['top3_worth2', 'of the places worth 2 or 3, up to three a session, how many the first three ranks hit'],
  ['top3_place', 'the same, place only'],
  ['recall_agreed', 'of the places both readers marked, how many were found'],
  ['recall_agreed_worth3', 'of those both called worth 3'],
  ['recall_all', 'of the places either reader marked'],
];

interface Count {
  readonly right: number;
  readonly of: number;
}

function countBy(hits: Measurement['hits'], key: (moment: ScannedMoment) => string): [string, Count][] {
  const groups = Map.groupBy(hits, ([moment]) => key(moment));
  return [...groups]
    .map(([name, own]): [string, Count] => [name, { right: own.filter(([, label]) => label !== null).length, of: own.length }])
    .toSorted(([, a], [, b]) => b.of - a.of);
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function countRow([name, { right, of }]: [string, Count]): string {
  const [low, high] = wilsonInterval(right, of);
  return `| ${name} | ${right} of ${of} | ${percent(right / of)} | ${percent(low)}–${percent(high)} |`;
}

function parsePerKind(text: string): string[] {
  return [...text.matchAll(/^(\S+)\s+labels\s+(\d+) found\s+(\d+)\s+moments\s+(\d+) right\s+(\d+)$/gm)].map(
    ([, kind, labels, found, moments, right]) => `| ${kind} | ${labels} | ${found} | ${moments} | ${right} |`,
  );
}

function describeDecisions(decisions: Measurement['decisions']): string[] {
  const met = decisions.flatMap(({ decision, moment }) => (moment ? [{ decision, moment }] : []));
  const overlapping = met.filter(({ decision, moment }) => moment.decision.start <= decision.decision.end && decision.decision.start <= moment.decision.end);
  const leaking = met.filter(({ decision, moment }) => decision.evidence !== null && moment.shown_until >= decision.evidence.start);
  return [
    `Of ${decisions.length} labels with a decision, ${met.length} are met by a moment of their kind. Of these the decision overlaps in ${overlapping.length}, and \`shown_until\` reaches into the evidence in ${leaking.length}.`,
  ];
}

export function writeReport(measurement: Measurement): void {
  const { root, score, hits, decisions, sound, corpusMoments } = measurement;
  const intervals = score['interval95'] as Record<string, [number, number]>;
  const projects = Object.values(score['projects'] as Record<string, Record<string, number | null>>);
  const rules = countBy(hits, (moment) => moment.rule);
  const lines = [
    '# Measured quality',
    '',
    'Written by `npm run quality`; do not edit. Twelve real sessions of three projects were read by two independent readers (language models with one guide; people would agree less). The rules were developed looking at these sessions, so expect less on others: the figures per project show how far they differ.',
    '',
    '## Against the readers',
    '',
    `${String(score['labels'])} labelled places, ${String(score['agreed'])} marked by both readers; ${String(score['moments'])} moments printed by default.`,
    '',
    `| figure | all | 95 % (bootstrap over sessions) | ${projects.map((_, index) => `project ${String.fromCodePoint(65 + index)}`).join(' | ')} | meaning |`,
    `| --- | --- | --- | ${projects.map(() => '---').join(' | ')} | --- |`,
    ...FIGURES.map(
      ([key, meaning]) =>
        `| ${key} | ${String(score[key])} | ${intervals[key]?.join('–') ?? ''} | ${projects.map((figures) => String(figures[key])).join(' | ')} | ${meaning} |`,
    ),
    '',
    'For scale, by the same scorer: random places .11 precision, .14 top 3; lexical rules over four kinds .49 and .39; one reader against the other .78 and .92.',
    '',
    '## Per kind',
    '',
    'Labels of either reader, and how many were found; moments printed, and how many were right. A label may carry two kinds.',
    '',
    '| kind | labels | found | moments | right |',
    '| --- | --- | --- | --- | --- |',
    ...parsePerKind(measurement.perKind),
    '',
    '## Per rule',
    '',
    'With `--all`, so that rules are measured which the default run holds back (right in less than a quarter of at least four places). A rule is stable from 20 measured places; below that it stays in the nursery. Intervals are Wilson at 95 %.',
    '',
    '| rule | right | precision | interval |',
    '| --- | --- | --- | --- |',
    ...rules.map(countRow),
    '',
    '## Where the tape stops',
    '',
    ...describeDecisions(decisions),
    '',
    '## How much is found',
    '',
    `Over all Claude Code and Codex sessions of the corpus: ${corpusMoments.length} moments, and ${sound.length} sound decisions (\`--sound\`), which nobody has labelled yet.`,
    '',
  ];
  writeFileSync(join(root, 'docs', 'quality.md'), lines.join('\n'));
  writeFileSync(
    join(root, 'src', 'moments', 'rules', 'measured.json'),
    `${JSON.stringify(Object.fromEntries(rules.toSorted(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`,
  );
  process.stdout.write(`${FIGURES.map(([key]) => `${key} ${String(score[key])}`).join('  ')}\nWritten: docs/quality.md, src/moments/rules/measured.json\n`);
}
