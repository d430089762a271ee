/** How hard a drill may be. The weights are a proposal: nothing here was validated on people. */
export interface DrillTraits {
  /** Lines removed and added by the fix. */
  readonly changedLines: number;
  readonly shownLines: number;
  readonly files: number;
  /** Folders to go up and down from the change to the nearest failing test's file; null where no test fails. */
  readonly testDistance: number | null;
  /** The failing suite's output names a changed file. */
  readonly isNamedInOutput: boolean;
  readonly survives: boolean;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** 0..1, and what makes it. */
export function estimateDifficulty(traits: DrillTraits): { readonly difficulty: number; readonly reasons: string[] } {
  const { changedLines, shownLines, files, testDistance, isNamedInOutput, survives } = traits;
  const parts: [number, string | null][] = [
    // A single changed sign in much code is harder to see than ten changed lines in little.
    [0.25 * clamp(1 - changedLines / Math.max(10, shownLines)), changedLines <= 2 ? 'a small change' : null],
    [0.2 * clamp(shownLines / 120), shownLines > 60 ? `${shownLines} lines to read` : null],
    [0.15 * clamp((files - 1) / 2), files > 1 ? `${files} files` : null],
    [0.2 * clamp((testDistance ?? 4) / 4), testDistance === null ? 'no test fails' : testDistance > 1 ? 'the failing test is far from it' : null],
    [0.1 * (isNamedInOutput ? 0 : 1), isNamedInOutput ? null : 'the output does not name the file'],
    [0.1 * (survives ? 1 : 0), survives ? 'the nearest tests miss it' : null],
  ];
  const difficulty = parts.reduce((sum, [value]) => sum + value, 0);
  return { difficulty: Math.round(difficulty * 100) / 100, reasons: parts.flatMap(([, reason]) => reason ?? []) };
}

/** Folders to go up and down from one file to another. */
export function measureDistance(from: string, to: string): number {
  const [a, b] = [from.split('/').slice(0, -1), to.split('/').slice(0, -1)];
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  return a.length + b.length - 2 * same;
}
