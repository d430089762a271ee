import { basename } from 'node:path';
import type { FoundPlace, Label } from './gold.ts';
import { scorePlaces, type Score } from './score.ts';

/** One reader's labels scored as if they were moments, against the other's: both ways. Best first, as a detector ranks. */
export function scoreReaders(goldFolder: string, labels: readonly Label[]): Score[] {
  const byFile = [...Map.groupBy(labels, ({ file }) => basename(file)).values()];
  const sides = [0, 1].map((which) =>
    byFile.flatMap((own) => own.filter(({ annotator }) => annotator === [...new Set(own.map((label) => label.annotator))][which])),
  );
  const [first = [], second = []] = sides;
  return [scorePlaces(goldFolder, toPlaces(first), second), scorePlaces(goldFolder, toPlaces(second), first)];
}

const toPlaces = (labels: readonly Label[]): FoundPlace[] =>
  labels.toSorted((a, b) => b.worth - a.worth).map(({ file, kind, start, end }, index) => ({ file, kind, span: { start, end }, rank: index + 1 }));
