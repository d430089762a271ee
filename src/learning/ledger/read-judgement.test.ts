import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../model/judgement.ts';
import type { Proposition } from '../../model/moment.ts';
import { readJudgement } from './read-judgement.ts';

const PROPOSITIONS: Proposition[] = [
  { id: 'check-fails', text: 'The next test fails.', truth: true },
  { id: 'passes-and-stays', text: 'With the wait in place it passes.', truth: false, belief: 'C1' },
  { id: 'never-checked', text: 'Nothing checks it.', truth: false },
];
const judged = (over: Partial<Judgement>): Judgement => ({
  verdict: 'unsure',
  lines: [],
  reason: 'Because.',
  proposition: 'check-fails',
  probability: 50,
  changeMyMind: '',
  knewOutcome: false,
  ...over,
});
const read = (over: Partial<Judgement>, propositions = PROPOSITIONS): string[] =>
  readJudgement(judged(over), { sound: false, propositions }).map(({ misconception, source, direction }) => `${misconception} ${source} ${direction}`);

describe('what a judgement says about a belief', () => {
  it('takes the chosen distractor for a sign, and little chance given to it for one against', () => {
    expect(read({ proposition: 'passes-and-stays', probability: 80 })).toEqual(['C1 distractor for']);
    expect(read({ proposition: 'With the wait in place it passes.', probability: 20 })).toEqual(['C1 distractor against']);
    expect(read({ proposition: 'passes-and-stays', probability: 50 })).toEqual([]);
  });

  it('takes a prediction that failed for a weaker one, and one that held for one against', () => {
    expect(read({ probability: 10 })).toEqual(['C1 prediction for']);
    expect(read({ probability: 90 })).toEqual(['C1 prediction against']);
    expect(read({ proposition: 'never-checked', probability: 70, verdict: 'accept' })).toEqual(['C1 prediction for']);
    expect(read({ proposition: 'never-checked', probability: 70, verdict: 'reject' })).toEqual([]);
  });

  it('says nothing where the belief came out right, is open, or the person knew', () => {
    const turned = PROPOSITIONS.map((one) => ({ ...one, truth: one.id === 'passes-and-stays' }));
    expect(read({ proposition: 'passes-and-stays', probability: 90, verdict: 'accept' }, turned)).toEqual([]);
    const open = PROPOSITIONS.map((one) => ({ ...one, truth: null }));
    expect(read({ proposition: 'passes-and-stays', probability: 90, verdict: 'accept' }, open)).toEqual([]);
    expect(read({ proposition: 'passes-and-stays', probability: 90, knewOutcome: true })).toEqual([]);
  });
});
