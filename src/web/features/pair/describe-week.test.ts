import { expect, it } from 'vitest';
import { describeWeek, formatWeek } from './describe-week.ts';

it('names a week by its days, also over the end of a month', () => {
  expect(formatWeek('2026-03-02')).toBe('2–8 March');
  expect(formatWeek('2026-03-30')).toBe('30 March – 5 April');
});

it('says to each of the two what is theirs', () => {
  expect(describeWeek('wait-for-half', { mine: 'preceptor', other: 'Ada', state: 'running' }).title).toBe('Ada writes first');
  expect(describeWeek('wait-for-half', { mine: 'preceptee', other: 'Bo', state: 'running' }).title).toBe('Bo answers next');
  expect(describeWeek('not-running', { mine: 'preceptee', other: 'Bo', state: 'paused' }).title).toBe('This programme is paused');
});
