import { expect, it } from 'vitest';
import { findTimes } from './find-times.ts';

const entry = (uid: string, title: string, ...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, 'DTSTART:20260302T100000Z', 'DURATION:PT1H', ...lines, 'END:VEVENT'].join('\r\n');
const request = { from: '2026-01-01T00:00:00Z', to: '2026-03-20T00:00:00Z', zone: 'UTC', partner: { name: 'Ben Miller', email: 'ben@acme.example' } };

it('groups what repeats, begins with what looks like the pair’s, and says how much was left out', () => {
  const text = [
    'BEGIN:VCALENDAR',
    entry('1', 'Dentist'),
    entry('2', 'Anna and Ben', 'RRULE:FREQ=WEEKLY'),
    entry('3', 'Called off', 'STATUS:CANCELLED'),
    'END:VCALENDAR',
  ].join('\r\n');
  const read = findTimes(text, request);
  if (!read.ok) throw new Error(read.problem.what);
  expect(read.value.series.map(({ title, isLikely, times }) => [title, isLikely, times.length])).toEqual([
    ['Anna and Ben', true, 3],
    ['Dentist', false, 1],
  ]);
  expect(read.value.leftOut).toBe(1);
});

it('says what is no calendar', () => {
  expect(findTimes('hello', request)).toMatchObject({ ok: false, problem: { tag: 'bad-input' } });
});
