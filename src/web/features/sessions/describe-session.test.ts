import { expect, it } from 'vitest';
import { describeCounts } from './describe-session.ts';

const counts = { events: 90, prompts: 9, edits: 14, editsSurviving: 11, runs: 23, runsRed: 9, commits: 2, moments: 3 };

it('says what there is, and leaves out what there is none of', () => {
  expect(describeCounts(counts)).toEqual(['9 prompts', '14 edits, 11 survive', '23 runs, 9 red', '2 commits']);
  expect(describeCounts({ ...counts, prompts: 1, edits: 2, editsSurviving: 1, runs: 1, runsRed: 0, commits: 0 })).toEqual([
    '1 prompt',
    '2 edits, 1 survives',
    '1 run',
  ]);
});
