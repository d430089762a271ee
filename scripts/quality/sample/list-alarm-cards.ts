import { findAlarms, type Alarm, type BackgroundCommit } from '../background.ts';
import { parsePatch } from '../../../src/app/scan-diff/parse-patch.ts';
import type { LineSpan } from '../../../src/model/moment.ts';
import type { Card } from './card.ts';

/** What is said of ordinary commits, as cards: the hunks around the lines, numbered as after the change. */
export const listAlarmCards = (commits: readonly BackgroundCommit[], { all }: { all: boolean }): Card[] =>
  findAlarms(commits, { all }).map((alarm) => ({
    key: { rule: alarm.rule, kind: alarm.kind, commit: alarm.in.commit, path: alarm.path, start: alarm.places[0]?.start ?? 0 },
    project: alarm.in.repo,
    render: () => renderAlarm(alarm),
  }));

/** Of a large hunk, the lines within this many of the place. */
const LINES_AROUND = 25;

function renderAlarm({ path, places, in: commit }: Alarm): string {
  const files = parsePatch(commit.diff) ?? [];
  const lines = files
    .filter((file) => file.path === path)
    .flatMap(({ hunks }) => hunks.flatMap(({ newStart, lines: own }) => ['@@', ...numberLines(own, newStart, places)]));
  const marked = lines.findIndex((line) => line.startsWith('>'));
  const near = marked === -1 ? lines : lines.slice(Math.max(0, marked - LINES_AROUND), lines.findLastIndex((line) => line.startsWith('>')) + LINES_AROUND + 1);
  return [
    `A commit: ${commit.subject}`,
    `It changes ${files.length} files; here is a part of ${path}.`,
    `The place: ${[...new Set(places.map(describeLines))].join(', ')} after the change, and what was taken away there, marked with ">".`,
    '',
    ...near,
  ].join('\n');
}

const describeLines = ({ start, end }: LineSpan): string => (start === end ? `line ${start}` : `lines ${start} to ${end}`);

function numberLines(lines: readonly string[], newStart: number, places: readonly LineSpan[]): string[] {
  let number = newStart;
  return lines.map((line) => {
    const isMarked = !line.startsWith(' ') && places.some(({ start, end }) => number >= start && number <= end);
    const shown = `${isMarked ? '>' : ' '} ${line.startsWith('-') ? '      ' : String(number).padStart(6)} ${line}`;
    if (!line.startsWith('-')) number += 1;
    return shown;
  });
}
