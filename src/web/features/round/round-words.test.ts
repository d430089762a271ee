import { describe, expect, it } from 'vitest';
import { findDebriefGaps, toDebrief } from './check-debrief-draft.ts';
import { describeProbability, findGaps, toJudgement } from './check-judgement.ts';
import { describeResolution, describeVerdict } from './describe-reveal.ts';

const resolution = { proposition: 'p', probability: 70, truth: false, brier: 0.49, verdictFits: true };

describe('the reveal in words', () => {
  it('says whether the verdict and the decision agree', () => {
    expect(describeVerdict('reject', false)).toBe('You would have rejected it, and the decision did not hold.');
    expect(describeVerdict('reject', true)).toBe('You would have rejected it, but the decision was sound.');
    expect(describeVerdict('accept', true)).toBe('You would have accepted it, and the decision was sound.');
    expect(describeVerdict('unsure', false)).toBe('You left the verdict open; the decision did not hold.');
  });

  it('explains the score, and why there is none', () => {
    expect(describeResolution(resolution, false)).toMatch(/^You gave it 70 %\. It was not true\. Brier score 0\.49: worse than a coin/);
    expect(describeResolution({ ...resolution, truth: null, brier: null }, false)).toBe(
      'You gave it 70 %. The session does not settle it, so it is not scored.',
    );
    expect(describeResolution({ ...resolution, brier: null }, true)).toContain('You knew how it ended');
  });
});

describe('what is still missing', () => {
  const whole = { verdict: 'reject', reason: ' It hides a race. ', proposition: 'The suite fails.', probability: 70 } as const;

  it('names the gaps in the order of the form', () => {
    expect(findGaps({}).map(({ field }) => field)).toEqual(['verdict', 'reason', 'proposition', 'probability']);
    expect(findGaps({ ...whole, reason: '  ' }).map(({ field }) => field)).toEqual(['reason']);
  });

  it('makes a whole judgement only of a whole draft', () => {
    expect(toJudgement({ ...whole, reason: '' })).toBeNull();
    expect(toJudgement(whole)).toEqual({ ...whole, reason: 'It hides a race.', lines: [], changeMyMind: '', knewOutcome: false });
  });

  it('asks for a rule, a reinforcement and a next time', () => {
    expect(findDebriefGaps({}).map(({ field }) => field)).toEqual(['whatWasRight', 'nextTime', 'generalRule']);
    const draft = { generalRule: 'Wait for the event, not for time.', whatWasRight: 'Reading the test.', nextTime: 'Run it ten times.' };
    expect(findDebriefGaps(draft)).toEqual([]);
    expect(toDebrief(draft).uncertainties).toBe('');
  });
});

it.each([
  [1, 'almost certainly not'],
  [7, 'about 7 in 100'],
  [50, 'as likely as not'],
  [68, 'about 7 in 10'],
  [95, 'all but about 5 in 100'],
  [99, 'almost certainly'],
])('%i percent is %s', (percent, said) => {
  expect(describeProbability(percent)).toBe(said);
});
