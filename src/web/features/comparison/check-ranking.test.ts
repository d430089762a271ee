import { describe, expect, it } from 'vitest';
import { EMPTY_RANKING, findRankingGaps, toggleLetter, toPercent, toRanking } from './check-ranking.ts';

const LETTERS = ['A', 'B'];

describe('a ranking', () => {
  it('suggests nothing before it is made, and says what is missing', () => {
    expect(findRankingGaps(LETTERS, EMPTY_RANKING)).toEqual(['rank every output', 'say how sure you are of A, B', 'say why the best is the best']);
    expect(toRanking(LETTERS, EMPTY_RANKING)).toBeNull();
  });

  it('is whole with every letter, every percent and a reason', () => {
    const draft = { ranking: ['B', 'A'], passes: { A: 20, B: 90, C: 3 }, reason: ' it handles nothing ' };
    expect(toRanking(LETTERS, draft)).toEqual({ ranking: ['B', 'A'], passes: { A: 20, B: 90 }, reason: 'it handles nothing', knewOutcome: false });
  });

  it('takes letters in and out in the order they are named', () => {
    expect(['B', 'A', 'B'].reduce<string[]>(toggleLetter, [])).toEqual(['A']);
  });

  it('keeps a percent between 1 and 99', () => {
    expect(['', '0', '100', '50.4', 'x'].map(toPercent)).toEqual([undefined, 1, 99, 50, undefined]);
  });
});
