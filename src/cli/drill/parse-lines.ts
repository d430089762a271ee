import type { DrillLine } from '../../model/drill.ts';

/** `12`, `12-14`, `src/a.ts:12`, several separated by commas; null for anything else. @param only the drill's file where it has one alone */
export function parseLines(text: string, only: string | null): DrillLine[] | null {
  const lines: DrillLine[] = [];
  for (const part of text.split(',').map((word) => word.trim())) {
    const [, path = only, first = '', last = first] = /^(?:(.+):)?(\d{1,7})(?:-(\d{1,7}))?$/.exec(part) ?? [];
    if (path === null || first === '') return null;
    const [start, end] = [Number(first), Number(last)];
    if (start < 1 || end < start) return null;
    lines.push({ path, start, end });
  }
  return lines;
}
