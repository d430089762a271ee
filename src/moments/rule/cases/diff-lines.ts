import type { Hunk } from '../../../model/hunk.ts';

const CONTEXT = 3;

/** Hunks between two texts of a case: longest common subsequence of lines, quadratic, meant for the short files of cases only. */
export function diffLines(before: string, after: string): Hunk[] {
  const old = toLines(before);
  const now = toLines(after);
  return toHunks(toScript(old, now));
}

function toLines(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** Every line of both texts once, each with its sign. */
function toScript(old: readonly string[], now: readonly string[]): string[] {
  const width = now.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  const commonFrom = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] = old[i] === now[j] ? commonFrom(i + 1, j + 1) + 1 : Math.max(commonFrom(i + 1, j), commonFrom(i, j + 1));
    }
  }
  const script: string[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      script.push(` ${old[i++]}`);
      j++;
    } else if (i < old.length && (j === now.length || commonFrom(i + 1, j) >= commonFrom(i, j + 1))) {
      script.push(`-${old[i++]}`);
    } else {
      script.push(`+${now[j++]}`);
    }
  }
  return script;
}

function toHunks(script: readonly string[]): Hunk[] {
  const changed = script.map((line, index) => (line.startsWith(' ') ? -1 : index)).filter((index) => index >= 0);
  const groups: { start: number; end: number }[] = [];
  for (const index of changed) {
    const last = groups.at(-1);
    if (last && index - last.end <= 2 * CONTEXT) last.end = index;
    else groups.push({ start: index, end: index });
  }
  return groups.map(({ start, end }) => toHunk(script, Math.max(0, start - CONTEXT), Math.min(script.length, end + CONTEXT + 1)));
}

function toHunk(script: readonly string[], from: number, to: number): Hunk {
  const before = script.slice(0, from);
  const lines = script.slice(from, to);
  return {
    oldStart: countWithout(before, '+') + 1,
    oldLines: countWithout(lines, '+'),
    newStart: countWithout(before, '-') + 1,
    newLines: countWithout(lines, '-'),
    lines,
  };
}

const countWithout = (lines: readonly string[], sign: string): number => lines.filter((line) => !line.startsWith(sign)).length;
