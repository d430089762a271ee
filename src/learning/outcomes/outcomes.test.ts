import { describe, expect, it } from 'vitest';
import type { Commit } from '../../model/commit.ts';
import type { Proposition } from '../../model/moment.ts';
import type { RoundId } from '../../model/round.ts';
import type { Settlement } from '../../model/settlement.ts';
import { applySettlements } from '../calibration/apply-settlements.ts';
import { bringsIn, isInverse, listRemoved, listReverted } from './read-later-commits.ts';
import { settleStatements } from './settle-statements.ts';

const commit = (path: string, removed: string[], added: string[], from?: string): Commit => ({
  sha: 'a'.repeat(40),
  parents: [],
  authorAt: 0,
  committedAt: 0,
  subject: '',
  trailers: [],
  files: [{ path, ...(from ? { from } : {}), hunks: [{ start: 1, removed, added }] }],
});
const decided = new Map([['src/queue.ts', ['await wait(500);', '}', 'await queue.flush();']]]);

describe('later commits', () => {
  it('are the change where they bring in most of its lines, in its file', () => {
    expect(bringsIn(commit('src/queue.ts', [], ['  await wait(500);', 'await queue.flush();']), decided)).toBe(true);
    expect(bringsIn(commit('src/other.ts', [], ['await wait(500);', 'await queue.flush();']), decided)).toBe(false);
    expect(bringsIn(commit('src/queue.ts', [], ['await wait(500);', '}']), decided)).toBe(false);
    expect(bringsIn(commit('src/queue.ts', [], ['}']), new Map([['src/queue.ts', ['}']]]))).toBe(false);
  });

  it('take back what their message names, or what they exactly undo', () => {
    expect(listReverted('Too slow.\n\nThis reverts commit 1a2b3c4d.\nThis reverts commit 99aabbcc, reversing')).toEqual(['1a2b3c4d', '99aabbcc']);
    expect(listReverted('I will not say "This reverts commit 1a2b3c4d".')).toEqual([]);
    const first = commit('a.ts', ['one'], ['two']);
    expect(isInverse(first, commit('a.ts', ['two'], ['one']))).toBe(true);
    expect(isInverse(first, commit('a.ts', ['two'], ['three']))).toBe(false);
  });

  it('remove lines of it also after its file was moved, and never a brace', () => {
    expect(listRemoved(commit('src/q.ts', ['await wait(500);', '}'], [], 'src/queue.ts'), decided)).toEqual(
      new Map([['src/queue.ts', new Set(['await wait(500);'])]]),
    );
    expect(listRemoved(commit('src/queue.ts', ['}'], []), decided).size).toBe(0);
  });
});

const statements: Proposition[] = ['check-fails', 'passes-and-stays', 'passes-and-changes', 'never-checked'].map((id) => ({ id, text: id, truth: null }));
const later = { decidedAt: '2026-01-01T00:00:00.000Z', now: '2026-01-10T00:00:00.000Z', check: 'passed', changedAt: null } as const;

describe('what came later settles statements that a session left open', () => {
  it('by the first check, and by whether the lines stand thirty days', () => {
    expect(settleStatements(statements, { ...later, check: 'failed' })).toBe('check-fails');
    expect(settleStatements(statements, later)).toBeNull();
    expect(settleStatements(statements, { ...later, changedAt: '2026-01-05T00:00:00.000Z' })).toBe('passes-and-changes');
    expect(settleStatements(statements, { ...later, now: '2026-02-02T00:00:00.000Z', changedAt: '2026-02-01T00:00:00.000Z' })).toBe('passes-and-stays');
    expect(settleStatements([{ id: 'built-upon', text: '', truth: null }], { ...later, check: 'failed' })).toBeNull();
  });

  it('never where the session had settled them, and turns sound into unsound, not back', () => {
    const settlement = { round: 'r_1' as RoundId, how: 'fix', ref: 'a', at: later.now, words: '', came: 'check-fails', unsound: true } satisfies Settlement;
    expect(applySettlements({ propositions: statements, sound: true }, [settlement])).toMatchObject({
      sound: false,
      propositions: [{ truth: true }, { truth: false }, {}, {}],
    });
    const known = statements.map((one) => ({ ...one, truth: one.id === 'never-checked' }));
    expect(applySettlements({ propositions: known, sound: false }, [{ ...settlement, unsound: false }])).toEqual({ propositions: known, sound: false });
    expect(applySettlements({ propositions: statements, sound: true }, [{ ...settlement, came: 'no such statement', unsound: false }])).toEqual({
      propositions: statements,
      sound: true,
    });
  });
});
