import type { DrillFile, DrillLine } from '../../model/drill.ts';

/** More lines than this name a place no longer. */
export const MOST_ANSWER_LINES = 6;

/** Lines of the broken file that the fix changes; where it only adds, those on both sides of what is missing. */
export function listBrokenLines({ hunks }: Pick<DrillFile, 'hunks'>): number[] {
  return hunks.flatMap(({ oldStart, oldLines }) =>
    oldLines === 0 ? [oldStart, oldStart + 1].filter((line) => line > 0) : Array.from({ length: oldLines }, (_, at) => oldStart + at),
  );
}

/** True where one of the lines is one that the fix changes. */
export function hitsLines(files: readonly DrillFile[], lines: readonly DrillLine[]): boolean {
  return lines.some(({ path, start, end }) => files.some((file) => file.path === path && listBrokenLines(file).some((line) => line >= start && line <= end)));
}

/** Whether the answer was right: a test of one's own that ran decides, else the lines. */
export const isHit = ({ linesHit, testHit }: { readonly linesHit: boolean; readonly testHit: boolean | null }): boolean => testHit ?? linesHit;
