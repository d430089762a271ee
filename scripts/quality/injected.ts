import type { Measured } from '../../src/moments/engine/select-rules.ts';
import { findInDiff, type DiffFinding } from './find-in-diff.ts';

/** One defect put into a real file by a program: a row of injected-diffs. */
export interface InjectedDiff {
  readonly label: string;
  readonly lang: string;
  readonly path: string;
  readonly moment_kind: string;
  /** First and last, of the file after the change; of a deletion, where it was. */
  readonly new_lines: readonly [number, number];
  readonly diff: string;
}

export interface InjectedCount {
  readonly family: string;
  readonly language: string;
  readonly of: number;
  /** Diffs with a finding of the defect's kind; with one on its lines; with one on exactly its lines. */
  readonly found: number;
  readonly onLines: number;
  readonly exact: number;
  /** Findings of any kind that lie elsewhere in these diffs. */
  readonly elsewhere: number;
}

export interface InjectedResult {
  readonly row: InjectedDiff;
  readonly findings: readonly DiffFinding[];
}

export const findInjected = (rows: readonly InjectedDiff[], measured: Measured): InjectedResult[] =>
  rows.map((row) => ({ row, findings: findInDiff(row.diff, { measured }) }));

export function countInjected(results: readonly InjectedResult[]): InjectedCount[] {
  const groups = Map.groupBy(results, ({ row }) => `${row.label}\n${row.lang}`);
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => countGroup(own));
}

function countGroup(own: readonly InjectedResult[]): InjectedCount {
  const { label, lang } = (own[0] as InjectedResult).row;
  const count = (fits: (finding: DiffFinding, row: InjectedDiff) => boolean): number =>
    own.filter(({ row, findings }) => findings.some((finding) => finding.kind === row.moment_kind && fits(finding, row))).length;
  return {
    family: label,
    language: lang,
    of: own.length,
    found: count(() => true),
    onLines: count(isOnLines),
    exact: count(({ places }, { new_lines: [from, to] }) => places.some(({ start, end }) => start === from && end === to)),
    elsewhere: own.reduce((sum, { row, findings }) => sum + findings.filter((finding) => !isOnLines(finding, row)).length, 0),
  };
}

/** A blanket over half a file is on no line. */
const MOST_EXTRA_LINES = 5;

export function isOnLines({ places }: DiffFinding, { new_lines: [from, to] }: InjectedDiff): boolean {
  return places.some(({ start, end }) => start <= to && end >= from && end - start <= to - from + MOST_EXTRA_LINES);
}
