import { expect, test } from 'vitest';
import { compareSheets, scoreAnswers } from './score-answers.ts';

const sheet = (...answers: (boolean | null)[]) => answers.map((wouldStop, index) => ({ id: String(index + 1), wouldStop }));

test('what was not answered is counted apart', () => {
  const ruleById = new Map([
    ['1', 'one-rule'],
    ['2', 'another-rule'],
  ]);
  expect(scoreAnswers(sheet(true, false, null), ruleById)).toEqual([
    'all: 1 of 2, 50 % (9–91); 1 not answered',
    'one-rule: 1 of 1, 100 % (21–100)',
    'another-rule: 0 of 1, 0 % (0–79)',
  ]);
});

test('two readers are compared where both answered', () => {
  expect(compareSheets(sheet(true, true, false, true), sheet(true, false, false, null))).toEqual([
    'agree: 2 of 3, 67 % (21–94)',
    'both yes: 1 of 3, 33 % (6–79)',
  ]);
});
