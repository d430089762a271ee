import { describe, expect, it } from 'vitest';
import { checkDebrief } from './check-debrief.ts';

const base = {
  generalRule: 'Run the failing test before naming its cause.',
  whatWasRight: 'Read the log first.',
  nextTime: 'Run it.',
  uncertainties: '',
  changedMind: '',
};

describe('checkDebrief', () => {
  it.each([
    'Run the failing test before naming its cause.',
    'Retry only what is known to be transient, e.g. Redis failing over, and say why',
    'A sleep hides a race - wait for the event instead',
    'Prefer node 22.18 or later and pin 1.x of the client',
    'Ask "does it fail without the fix?" before believing a green test',
  ])('keeps one rule: %s', (generalRule) => {
    expect(checkDebrief({ ...base, generalRule }).ok).toBe(true);
  });

  it.each([
    'Run the failing test first. Then read the diff.',
    'Never sleep in tests! Always pin versions.',
    '1. Run the test 2. Read the diff',
    '1) run the test first, 2) read the diff',
    '- Run the failing test\n- Read the diff',
    'Run the failing test\r\nRead the diff',
    'Run the “failing” test.” Read the diff',
  ])('refuses two rules: %j', (generalRule) => {
    const result = checkDebrief({ ...base, generalRule });
    expect(result.ok ? null : result.problem.what).toBe('That looks like more than one rule.');
  });

  it.each(['', '   ', '...', 'n/a', 'None.', 'nothing', '- - -'])('refuses an empty reinforcement: %j', (whatWasRight) => {
    expect(checkDebrief({ ...base, whatWasRight }).ok).toBe(false);
  });

  it('refuses an empty rule or an empty next time', () => {
    expect(checkDebrief({ ...base, generalRule: ' ' }).ok).toBe(false);
    expect(checkDebrief({ ...base, nextTime: '' }).ok).toBe(false);
  });
});
