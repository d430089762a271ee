/** The labelled sessions of ../shared/corpus/gold, and which moment hits which label: the rules of its score.py, per moment. */
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { LineSpan } from '../../src/model/moment.ts';

export interface Label extends LineSpan {
  readonly file: string;
  readonly annotator: string;
  readonly kind: string;
  readonly alt?: string | readonly string[];
  readonly worth: number;
}

export interface PlaceLabel extends LineSpan {
  readonly kinds: ReadonlySet<string>;
  readonly worth: number;
  readonly agreed: boolean;
}

/** A found place, as far as scoring needs it: a moment, or what a baseline says. */
export interface FoundPlace {
  readonly file: string;
  readonly kind: string;
  readonly span: LineSpan;
  readonly rank: number;
}

export interface DecisionLabel extends LineSpan {
  readonly file: string;
  readonly kind: string;
  readonly decision: LineSpan;
  readonly shown_until: number;
  readonly evidence: LineSpan | null;
}

/** score.py: ranges are widened by two lines, and a moment of more than 25 lines is wrong. */
const SLACK = 2;
const MAX_SPAN = 25;

export function readJsonLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Sessions lie in folders named after their project. */
export const projectOf = (file: string): string => basename(dirname(file));

export const isNear = (a: LineSpan, b: LineSpan): boolean => a.start - SLACK <= b.end && b.start - SLACK <= a.end;

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

export type LabelsByFile = ReadonlyMap<string, readonly PlaceLabel[]>;

/** By the name of the file alone: it is a session's id. */
export function groupLabels(labels: readonly Label[]): LabelsByFile {
  const byFile = Map.groupBy(labels, (label) => basename(label.file));
  return new Map([...byFile].map(([file, own]) => [file, mergeReaders(own)]));
}

export type Hits<T extends FoundPlace> = ReadonlyMap<T, PlaceLabel | null>;

/** The label each found place hits, over all labelled files. */
export function matchAll<T extends FoundPlace>(found: readonly T[], labelsByFile: LabelsByFile): Hits<T> {
  const byFile = Map.groupBy(found, ({ file }) => basename(file));
  return new Map([...labelsByFile].flatMap(([file, labels]) => [...matchPlaces(byFile.get(file) ?? [], labels)]));
}

/** In rank order each place takes the best free label that is near and of its kind; a second place on one label is wrong. */
function matchPlaces<T extends FoundPlace>(found: readonly T[], labels: readonly PlaceLabel[]): Map<T, PlaceLabel | null> {
  const free = new Set(labels);
  const hits = new Map<T, PlaceLabel | null>();
  for (const place of found.toSorted((a, b) => a.rank - b.rank)) {
    const { span, kind } = place;
    const fits = span.end - span.start < MAX_SPAN ? [...free].filter((label) => isNear(span, label) && label.kinds.has(kind)) : [];
    const best = fits.toSorted((a, b) => b.worth - a.worth || Number(b.agreed) - Number(a.agreed))[0];
    if (best) free.delete(best);
    hits.set(place, best ?? null);
  }
  return hits;
}
