import { findAlarms, type Alarm, type BackgroundCommit } from '../background.ts';
import { parseDiff } from '../find-in-diff.ts';
import type { Card } from './card.ts';

/** What is said of ordinary commits, as cards: the hunks around the lines, numbered as after the change. */
export const listAlarmCards = (commits: readonly BackgroundCommit[]): Card[] =>
  findAlarms(commits).map((alarm) => ({
    key: { rule: alarm.rule, kind: alarm.kind, commit: alarm.in.commit, path: alarm.path, start: alarm.start, end: alarm.end },
    project: alarm.in.repo,
    render: () => renderAlarm(alarm),
  }));

/** Of a large hunk, the lines within this many of the place. */
const LINES_AROUND = 25;

function renderAlarm({ path, start, end, in: commit }: Alarm): string {
  const files = parseDiff(commit.diff);
  const lines = files
    .filter((file) => file.path === path)
    .flatMap(({ hunks }) => hunks.flatMap(({ newStart, lines: own }) => ['@@', ...numberLines(own, newStart, { start, end })]));
  const marked = lines.findIndex((line) => line.startsWith('>'));
  const near = marked === -1 ? lines : lines.slice(Math.max(0, marked - LINES_AROUND), lines.findLastIndex((line) => line.startsWith('>')) + LINES_AROUND + 1);
  return [
    `A commit: ${commit.subject}`,
    `It changes ${files.length} files; here is a part of ${path}.`,
    `The place: ${start === end ? `line ${start}` : `lines ${start} to ${end}`} after the change, and what was taken away there, marked with ">".`,
    '',
    ...near,
  ].join('\n');
}

function numberLines(lines: readonly string[], newStart: number, { start, end }: { start: number; end: number }): string[] {
  let number = newStart;
  return lines.map((line) => {
    const isMarked = number >= start && number <= end && !line.startsWith(' ');
    const shown = `${isMarked ? '>' : ' '} ${line.startsWith('-') ? '      ' : String(number).padStart(6)} ${line}`;
    if (!line.startsWith('-')) number += 1;
    return shown;
  });
}
