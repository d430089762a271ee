import type { DrillFile, DrillLine } from './drill.ts';

/** The first line that was named and not shown: a slip of the pen, which must not become the answer that stays. Null where all were shown. */
export function findUnseenLine(
  files: readonly Pick<DrillFile, 'path' | 'shown'>[],
  lines: readonly DrillLine[],
): { readonly path: string; readonly line: number } | null {
  for (const { path, start, end } of lines) {
    const shown = files.find((file) => file.path === path)?.shown ?? [];
    for (let line = start; line <= end; line += 1) if (!shown.some((span) => span.start <= line && line <= span.end)) return { path, line };
  }
  return null;
}
