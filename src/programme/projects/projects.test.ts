import { describe, expect, it } from 'vitest';
import { listHunksLeft, listUnspoken } from './list-hunks-left.ts';
import type { PersonId } from '../../model/team/ids.ts';
import { suggestTier } from './suggest-tier.ts';

const closed = (...tiers: number[]) => tiers.map((tier) => ({ tier, state: 'closed' as const }));

describe('the next tier', () => {
  it.each([
    [[], 1],
    [closed(1), 1],
    [closed(1, 1), 2],
    [closed(1, 1, 2), 2],
    [closed(1, 1, 3), 3],
    [closed(4, 4, 4), 4],
    // What was dropped says nothing about the person, and what goes on nothing yet.
    [[...closed(1), { tier: 3, state: 'dropped' as const }, { tier: 2, state: 'open' as const }], 1],
  ])('%o suggests %i', (projects, tier) => expect(suggestTier(projects).tier).toBe(tier));
});

const hunk = (id: string, newStart: number) => ({
  id,
  path: `${id}.ts`,
  hunk: { oldStart: 1, oldLines: 0, newStart, newLines: 1, lines: ['+x'] },
  risk: 0.5,
  reasons: [],
});

const found = (id: string, finding: 'needed' | 'unexplained' | 'could-not-run') => ({ id, finding, failingTests: [] });

const note = (of: string, author: string) => ({ hunk: of, author: author as PersonId });

describe('hunks that are left', () => {
  const hunks = [hunk('a', 1), hunk('b', 2), hunk('c', 3), hunk('d', 4)];
  const findings = [found('a', 'needed'), found('b', 'unexplained'), found('c', 'could-not-run')];

  it('are those no test is known to mind and nobody spoke of', () => {
    expect(listHunksLeft({ hunks }, { findings }, [])).toEqual([
      { id: 'b', path: 'b.ts', line: 2 },
      { id: 'c', path: 'c.ts', line: 3 },
      { id: 'd', path: 'd.ts', line: 4 },
    ]);
    expect(listHunksLeft({ hunks }, { findings }, [{ hunk: 'b' }, { hunk: 'd' }, { hunk: 'c' }])).toEqual([]);
  });

  it('are all of them to who passed, until they speak of each themselves', () => {
    expect(listUnspoken({ hunks }, [], 'bo' as PersonId).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    const notes = [note('a', 'ada'), note('b', 'bo'), note('c', 'bo')];
    expect(listUnspoken({ hunks }, notes, 'bo' as PersonId)).toEqual([
      { id: 'a', path: 'a.ts', line: 1 },
      { id: 'd', path: 'd.ts', line: 4 },
    ]);
  });
});
