import type { MarkedLines } from '../../model/judgement.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { CaseLine } from './list-case-blocks.ts';

const MOST_RANGES = 20;

/** `12-14, 20` as marks: each within one event, neighbours joined. Nothing, where nothing is named. */
export function parseMarks(text: string, lines: readonly CaseLine[]): Result<MarkedLines[], Problem> {
  const chosen = new Set<number>();
  for (const part of text.split(/[\s,;]+/).filter(Boolean)) {
    const [, first, last = first] = /^(\d{1,6})(?:[-–](\d{1,6}))?$/.exec(part) ?? [];
    if (first === undefined) return refuse(`"${part}" is no line number.`);
    const [from, to] = [Number(first), Number(last)];
    if (from < 1 || to < from || to > lines.length) return refuse(`The case has the lines 1 to ${lines.length}.`);
    for (let number = from; number <= to; number += 1) chosen.add(number);
  }
  const marks: MarkedLines[] = [];
  for (const { number, event, line, index } of lines) {
    if (!chosen.has(number)) continue;
    const last = marks.at(-1)?.within;
    if (last?.event === event && last.to === index - 1) last.to = index;
    else marks.push({ start: line, end: line, within: { event, from: index, to: index } });
  }
  return marks.length > MOST_RANGES ? refuse(`Name at most ${MOST_RANGES} places: the lines that decided it.`) : ok(marks);
}

const refuse = (what: string) => failed(problem('bad-input', what, { next: 'Write numbers and ranges, like 12-14, 20.' }));

/** The lines a judgement marks, as far as this case shows them. */
export function listMarked(marks: readonly MarkedLines[], lines: readonly CaseLine[]): CaseLine[] {
  return lines.filter(({ event, line, index }) =>
    marks.some(({ start, end, within }) => (within ? within.event === event && index >= within.from && index <= within.to : line >= start && line <= end)),
  );
}

/** Their numbers, as a person would type them. */
export function formatMarks(marks: readonly MarkedLines[], lines: readonly CaseLine[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const { number } of listMarked(marks, lines)) {
    const last = ranges.at(-1);
    if (last && last.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
