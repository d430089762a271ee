import { expect, test } from 'vitest';
import { toYearStart } from './learn-year-start.ts';

const programme = { parts: ['preceptee'], state: 'running', startsAt: '2026-09-01T08:00:00.000Z', endsAt: '2027-09-01T08:00:00.000Z', months: 12 } as const;

test('a year begins with the programme one learns in, later by what it was paused', () => {
  expect(
    toYearStart([
      { ...programme, parts: ['preceptor'] },
      { ...programme, parts: ['preceptee'] },
    ]),
  ).toBe('2026-09-01');
  expect(toYearStart([{ ...programme, parts: ['preceptee'], state: 'paused', endsAt: '2027-10-01T08:00:00.000Z' }])).toBe('2026-10-01');
});

test.each([['planned'], ['completed'], ['ended']] as const)('a programme that is %s begins no year', (state) => {
  expect(toYearStart([{ ...programme, parts: ['preceptee'], state }])).toBeNull();
});
