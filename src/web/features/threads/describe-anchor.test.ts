import { describe, expect, it } from 'vitest';
import type { Thread, ThreadAnchor } from '../../../model/team/thread.ts';
import { describeAnchor, listThreadsAt } from './describe-anchor.ts';

describe('describeAnchor', () => {
  it.each([
    [null, null],
    [{ line: 3 }, 'line 3'],
    [{ line: 3, endLine: 5 }, 'lines 3 to 5'],
    [{ path: 'src/a.ts', startLine: 1, endLine: 1 }, 'src/a.ts, line 1'],
  ])('%j is %s', (anchor, words) => {
    expect(describeAnchor(anchor)).toBe(words);
  });
});

describe('listThreadsAt', () => {
  const anchors: (ThreadAnchor | null)[] = [
    null,
    { line: 3 },
    { line: 4, endLine: 8 },
    { path: 'a.ts', startLine: 2, endLine: 4 },
    { path: 'b.ts', startLine: 2, endLine: 4 },
  ];
  const threads = anchors.map((anchor, n) => ({ id: `t${n}`, anchor }) as unknown as Thread);
  it.each([
    [undefined, ['t0', 't1', 't2', 't3', 't4']],
    [{ line: 3 }, ['t1']],
    [{ line: 2, endLine: 4 }, ['t1', 't2']],
    [{ path: 'a.ts', startLine: 4, endLine: 9 }, ['t3']],
    [{ path: 'a.ts', startLine: 5, endLine: 9 }, []],
  ])('at %j', (anchor, ids) => {
    expect(listThreadsAt(threads, anchor).map(({ id }) => id)).toEqual(ids);
  });
});
