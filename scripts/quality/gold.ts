/** The labelled sessions of ../shared/corpus/gold, and which moment hits which label: the rules of its score.py, per moment. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

interface Label {
  readonly file: string;
  readonly annotator: string;
  readonly kind: string;
  readonly alt?: string | readonly string[];
  readonly start: number;
  readonly end: number;
  readonly worth: number;
}

export interface PlaceLabel {
  readonly start: number;
  readonly end: number;
  readonly kinds: ReadonlySet<string>;
  readonly worth: number;
  readonly agreed: boolean;
}

/** One line of `rounds scan --format ndjson`, as far as scoring needs it. */
export interface ScannedMoment {
  readonly id: string;
  readonly rule: string;
  readonly kind: string;
  readonly file: string;
  readonly start: { readonly line: number };
  readonly end: { readonly line: number };
  readonly decision: { readonly start: number; readonly end: number };
  readonly shown_until: number;
  readonly hindsight: readonly unknown[];
  readonly rank: number;
}

export interface DecisionLabel {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly decision: { readonly start: number; readonly end: number };
  readonly evidence: { readonly start: number; readonly end: number } | null;
}

/** score.py: ranges are widened by two lines, and a moment of more than 25 lines is wrong. */
const SLACK = 2;
const MAX_SPAN = 25;

export function readJsonLines<T>(path: string): T[] {
  return parseJsonLines(readFileSync(path, 'utf8'));
}

export function parseJsonLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

export const isNear = (a: Range, b: Range): boolean => a.start - SLACK <= b.end && b.start - SLACK <= a.end;

function kindsOf(label: Label): Set<string> {
  return new Set([label.kind, ...(typeof label.alt === 'string' ? [label.alt] : (label.alt ?? []))]);
}

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((kind) => b.has(kind));

/** Labels of the two readers on one place with agreeing kind become one, `agreed`, worth the smaller of the two. */
function mergeReaders(labels: readonly Label[]): PlaceLabel[] {
  const readers = [...new Set(labels.map((label) => label.annotator))];
  const first = labels.filter((label) => label.annotator === readers[0]).toSorted((a, b) => b.worth - a.worth);
  const second = labels.filter((label) => label.annotator === readers[1]);
  const merged = first.map((label): PlaceLabel => {
    const index = second.findIndex((other) => isNear(label, other) && shares(kindsOf(label), kindsOf(other)));
    const both = index === -1 ? [label] : [label, ...second.splice(index, 1)];
    return {
      start: Math.min(...both.map((one) => one.start)),
      end: Math.max(...both.map((one) => one.end)),
      kinds: new Set(both.flatMap((one) => [...kindsOf(one)])),
      worth: Math.min(...both.map((one) => one.worth)),
      agreed: both.length === 2,
    };
  });
  return [...merged, ...second.map((label) => ({ start: label.start, end: label.end, kinds: kindsOf(label), worth: label.worth, agreed: false }))];
}

export function groupLabels(labels: readonly Label[]): Map<string, PlaceLabel[]> {
  const byFile = Map.groupBy(labels, (label) => basename(label.file));
  return new Map([...byFile].map(([file, own]) => [file, mergeReaders(own)]));
}

/** In rank order each moment takes the best free label on its place with its kind; a second moment on one label is wrong. */
export function matchMoments(moments: readonly ScannedMoment[], labels: readonly PlaceLabel[]): Map<ScannedMoment, PlaceLabel | null> {
  const free = new Set(labels);
  const hits = new Map<ScannedMoment, PlaceLabel | null>();
  for (const moment of moments.toSorted((a, b) => a.rank - b.rank)) {
    const range = { start: moment.start.line, end: moment.end.line };
    const fits = range.end - range.start < MAX_SPAN ? [...free].filter((label) => isNear(range, label) && label.kinds.has(moment.kind)) : [];
    const best = fits.toSorted((a, b) => b.worth - a.worth || Number(b.agreed) - Number(a.agreed))[0];
    if (best) free.delete(best);
    hits.set(moment, best ?? null);
  }
  return hits;
}
