import { describe, expect, it } from 'vitest';
import type { Commit } from '../../../src/model/commit.ts';
import { createLineJoiner } from '../../../src/origins/join/create-line-joiner.ts';
import type { SourcedWriting } from '../../../src/origins/join/writing-index.ts';

const AT = Date.parse('2026-03-02T09:00:00Z');
const write = (session: string, path: string, lines: string[], minutes = -10): SourcedWriting => ({
  session,
  seq: 1,
  at: AT + minutes * 60_000,
  thread: 'main',
  paths: [path],
  way: 'edit',
  lines,
});
const commitOf = (path: string, added: string[], removed: string[] = []): Commit => ({
  sha: 'a'.repeat(40),
  parents: [],
  authorAt: AT,
  committedAt: AT,
  subject: 'Change',
  trailers: [],
  files: [{ path, hunks: [{ start: 1, added, removed }] }],
});
const joinWith = (writings: SourcedWriting[], commit: Commit): (string | null)[] =>
  createLineJoiner({ roots: ['/garden'], sessions: [], writings, touches: [] })
    .join(commit)
    .map(({ source }) => source?.session ?? null);

describe('what a line proves', () => {
  it('a bracket alone proves nothing', () => {
    expect(joinWith([write('s1', '/garden/a.ts', ['}'])], commitOf('a.ts', ['}']))).toEqual([null]);
  });

  it('a bracket belongs to the telling line it closes', () => {
    const lines = ['function countNestlings(box) {', '}'];
    expect(joinWith([write('s1', '/garden/a.ts', lines)], commitOf('a.ts', lines))).toEqual(['s1', 's1']);
  });

  it('what was written after the commit is not its origin', () => {
    const lines = ['const nestlings = boxes.flatMap(countNestlings);'];
    expect(joinWith([write('s1', '/garden/a.ts', lines, 30)], commitOf('a.ts', lines))).toEqual([null]);
  });

  it('of two that wrote the line the later counts: it was not there any more', () => {
    const lines = ['const nestlings = boxes.flatMap(countNestlings);'];
    expect(joinWith([write('s1', '/garden/a.ts', lines, -90), write('s2', '/garden/a.ts', lines, -30)], commitOf('a.ts', lines))).toEqual(['s2']);
  });

  it('the same file comes before another one', () => {
    const lines = ['const nestlings = boxes.flatMap(countNestlings);'];
    expect(joinWith([write('s1', '/garden/b.ts', lines, -5), write('s2', '/garden/a.ts', lines, -30)], commitOf('a.ts', lines))).toEqual(['s2']);
  });

  it('a fragment that changed a line counts for the line', () => {
    const whole = write('s1', '/garden/a.ts', ['  const fitting = boxes.filter((box) => box.hole >= kind.width && box.free);'], -90);
    const fragment = write('s2', '/garden/a.ts', ['box.hole >= kind.width && box.free && !box.damaged'], -30);
    expect(
      joinWith([whole, fragment], commitOf('a.ts', ['  const fitting = boxes.filter((box) => box.hole >= kind.width && box.free && !box.damaged);'])),
    ).toEqual(['s2']);
  });
});
