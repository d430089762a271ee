import { cutToWidth, measureWidth, padToWidth } from './wrap-text.ts';

export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string;
  readonly side?: 'left' | 'right';
  /** Takes what width is left, and is cut to it. One a table. */
  readonly isFlexible?: boolean;
}

const GAP = 2;
const LEAST_FLEXIBLE = 16;

/** Aligned columns within `width`, as a heading and one line a row, without trailing blanks. */
export function formatTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width: number): { heading: string; lines: string[] } {
  const cells = rows.map((row) => columns.map(({ value }) => value(row)));
  const natural = columns.map(({ title }, index) => Math.max(measureWidth(title), ...cells.map((row) => measureWidth(row[index] ?? ''))));
  const fixed = columns.reduce((sum, { isFlexible }, index) => sum + (isFlexible ? 0 : (natural[index] ?? 0)), GAP * (columns.length - 1));
  const widths = columns.map(({ isFlexible }, index) =>
    isFlexible ? Math.min(natural[index] ?? 0, Math.max(LEAST_FLEXIBLE, width - fixed)) : (natural[index] ?? 0),
  );
  const toLine = (texts: readonly string[]): string =>
    columns
      .map(({ side }, index) => padToWidth(cutToWidth(texts[index] ?? '', widths[index] ?? 0), widths[index] ?? 0, side))
      .join(' '.repeat(GAP))
      .trimEnd();
  return { heading: toLine(columns.map(({ title }) => title)), lines: cells.map(toLine) };
}
