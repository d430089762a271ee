import type { Moment } from '../../../src/model/moment.ts';
import type { Baseline } from '../baselines.ts';
import type { DecisionFigures } from '../decisions.ts';
import type { Hits, LabelsByFile } from '../gold.ts';
import type { HeldOut } from '../hold-out.ts';
import { FIGURES, type FigureName, type Score } from '../score.ts';
import { formatShare, toTable } from '../share.ts';

const MEANINGS: Readonly<Record<FigureName, string>> = {
  precision: 'of everything printed by default, how much a reader had marked, kind and place',
  top3_worth2: 'of the places worth 2 or 3, up to three a session, how many the first three ranks hit',
  top3_place: 'the same, place only',
  recall_agreed: 'of the places both readers marked, how many were found',
  recall_agreed_worth3: 'of those both called worth 3',
  recall_all: 'of the places either reader marked',
};

export function describeScore(score: Score, heldOut: Score): string[] {
  const projects = Object.keys(score.projects);
  const columns = projects.flatMap((_, index) => [`project ${toLetter(index)}`, `${toLetter(index)} left out`]);
  const rows = FIGURES.map((name) => [
    name,
    toFigure(score[name]),
    score.interval95[name]?.join('–') ?? '',
    toFigure(heldOut[name]),
    ...projects.flatMap((project) => [toFigure(score.projects[project]?.[name]), toFigure(heldOut.projects[project]?.[name])]),
    MEANINGS[name],
  ]);
  return toTable(['figure', 'all', '95 % (bootstrap over sessions)', 'leave one project out', ...columns, 'meaning'], rows);
}

export function describeHeldOut({ heldBack }: HeldOut, inAll: readonly string[]): string[] {
  return [
    'Left out: the only thing computed from these labels is which rules are printed (see below). For each project it was computed again without its places of gold, and the project scored with that; the sets judged beside gold, with other sessions of the same projects among them, stay in. What people chose while looking at the sessions (words, weights, limits) cannot be left out this way.',
    '',
    `Held back: ${listNames(inAll)}. ${heldBack.map((rules, index) => `Without project ${toLetter(index)}: ${rules.length}.`).join(' ')}`,
  ];
}

export interface ScoredBaseline {
  readonly baseline: Pick<Baseline, 'name' | 'meaning'>;
  readonly scores: readonly Score[];
}

export function describeBaselines(detector: Score, baselines: readonly ScoredBaseline[]): string[] {
  const all: ScoredBaseline[] = [{ baseline: { name: '**Rounds, by default**', meaning: '' }, scores: [detector] }, ...baselines];
  const rows = all.map(({ baseline: { name, meaning }, scores }) => [
    name,
    String(Math.round(toMean(scores.map(({ moments }) => moments)))),
    ...FIGURES.map((figure) => toFigure(toMean(scores.flatMap((score) => score[figure] ?? [])))),
    meaning,
  ]);
  return ['All by score.py, on the same sessions, in the same run.', '', ...toTable(['what prints', 'places', ...FIGURES, 'how'], rows)];
}

export function describeKinds(hits: Hits<Moment>, labelsByFile: LabelsByFile): string[] {
  const labels = [...labelsByFile.values()].flat();
  const found = new Set(hits.values());
  const kinds = [...new Set([...labels.flatMap((label) => [...label.kinds]), ...[...hits.keys()].map(({ kind }) => kind)])];
  const rows = kinds
    .map((kind) => {
      const own = labels.filter((label) => label.kinds.has(kind));
      const said = [...hits].filter(([moment]) => moment.kind === kind);
      return {
        of: own.length,
        cells: [
          kind,
          formatShare({ right: said.filter(([, label]) => label !== null).length, of: said.length }),
          formatShare({ right: own.filter((label) => found.has(label)).length, of: own.length }),
          formatShare({ right: own.filter((label) => label.agreed && found.has(label)).length, of: own.filter(({ agreed }) => agreed).length }),
        ],
      };
    })
    .toSorted((a, b) => b.of - a.of);
  return toTable(
    ['kind', 'precision', 'recall', 'recall, marked by both'],
    rows.map(({ cells }) => cells),
  );
}

export function describeDecisions({ labels, hit, moments, overlapping, withEvidence, leaks }: DecisionFigures): string[] {
  return toTable(
    ['figure', ''],
    [
      ['labels with a decision that a moment of their kind hits', formatShare({ right: hit, of: labels })],
      ['of moments that hit one: the decision overlaps', formatShare({ right: overlapping, of: moments })],
      ['of those whose label has evidence: `shown_until` reaches into it (leaks)', formatShare({ right: leaks.length, of: withEvidence })],
    ],
  );
}

const listNames = (rules: readonly string[]): string => (rules.length === 0 ? 'none' : rules.toSorted().join(', '));
const toLetter = (index: number): string => String.fromCodePoint(65 + index);
const toMean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const toFigure = (value: number | null | undefined): string =>
  value === null || value === undefined || Number.isNaN(value) ? '–' : value.toFixed(2).replace(/^0/, '');
