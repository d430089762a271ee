import { describe, expect, it } from 'vitest';
import type { EventOf } from '../../../model/event.ts';
import { describeRunFact, describeRunResult } from './describe-run.ts';
import { hunksToLines, textToLines, toDisplayLines } from './to-display-lines.ts';

const base = { id: 'e1', seq: 1, line: 1, at: null, thread: 'main' };

describe('lines on screen', () => {
  it('numbers removed lines by the old file and all others by the new one', () => {
    const lines = hunksToLines([
      { oldStart: 84, oldLines: 3, newStart: 85, newLines: 3, lines: [' a', '-b', '+c', ' d', '\\ No newline at end of file'] },
      { oldStart: 200, oldLines: 1, newStart: 201, newLines: 0, lines: ['-e'] },
    ]);
    expect(lines.map(({ number, sign, text, gap }) => [number, sign, text, gap])).toEqual([
      [85, ' ', 'a', false],
      [85, '-', 'b', false],
      [86, '+', 'c', false],
      [87, ' ', 'd', false],
      [200, '-', 'e', true],
    ]);
  });

  it('gives no numbers where the position is unknown', () => {
    expect(hunksToLines([{ oldStart: 0, oldLines: 0, newStart: 0, newLines: 1, lines: ['+x'] }])[0]?.number).toBeNull();
  });

  it('leaves out blank lines at the end of a text, but not the only one', () => {
    expect(textToLines('a\n\nb\n\n').map(({ text }) => text)).toEqual(['a', '', 'b']);
    expect(textToLines('')).toHaveLength(1);
  });

  it('says what became of an edit that shows no lines', () => {
    const edit: EventOf<'edit'> = { ...base, kind: 'edit', callId: 'c', path: 'a.ts', change: 'delete', hunks: [] };
    expect(toDisplayLines(edit)[0]?.text).toBe('The file was deleted.');
  });
});

describe('runs in words', () => {
  const run = { class: 'test', status: 'failed', exitCode: 1, durationMs: 2100, sameFailureAsBefore: 2 };

  it('names exit code, time and repeated failures', () => {
    expect(describeRunFact(run)).toEqual({ tone: 'bad', word: 'failed', detail: 'exit 1 · 2.1 s · same failure, third time' });
    expect(describeRunFact({ ...run, status: 'passed', exitCode: 0, sameFailureAsBefore: 0 }).detail).toBe('exit 0 · 2.1 s');
    expect(describeRunFact({ ...run, sameFailureAsBefore: 13 }).detail).toContain('same failure, 14 times');
  });

  it('claims no pass where the transcript states no exit code', () => {
    const result: EventOf<'result'> = { ...base, kind: 'result', callId: 'c', outcome: 'ok', text: '', exitCode: 0, exitInferred: true };
    expect(describeRunResult(result)).toEqual({ tone: 'good', word: 'no error reported', detail: '' });
    expect(describeRunResult({ ...result, outcome: 'interrupted', exitInferred: false, exitCode: undefined }).word).toBe('interrupted');
  });
});
