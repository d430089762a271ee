import { expect, test } from 'vitest';
import { scoreAnswers } from './score-answers.ts';

test('what was not answered is counted apart', () => {
  const answers = [
    { id: '1', wouldStop: true },
    { id: '2', wouldStop: false },
    { id: '3', wouldStop: null },
  ];
  const ruleById = new Map([
    ['1', 'one-rule'],
    ['2', 'another-rule'],
  ]);
  expect(scoreAnswers(answers, ruleById)).toEqual([
    'all: 1 of 2, 50 % (9–91); 1 not answered',
    'one-rule: 1 of 1, 100 % (21–100)',
    'another-rule: 0 of 1, 0 % (0–79)',
  ]);
});
