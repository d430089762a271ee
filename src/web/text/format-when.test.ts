import { describe, expect, it } from 'vitest';
import { formatClock, formatSpan, formatWhen } from './format-when.ts';

const at = (year: number, month: number, day: number, hour: number, minute: number): string => new Date(year, month - 1, day, hour, minute).toISOString();
const now = new Date(2026, 10, 20, 10, 0);

describe('formatWhen', () => {
  it.each([
    [at(2026, 11, 20, 9, 15), 'today 09:15'],
    [at(2026, 11, 19, 23, 59), 'yesterday 23:59'],
    [at(2026, 11, 16, 8, 0), 'Mon 08:00'],
    [at(2026, 11, 13, 8, 0), '13 Nov 08:00'],
    [at(2025, 3, 2, 8, 0), '2 Mar 2025 08:00'],
    [at(2026, 11, 21, 8, 0), '21 Nov 08:00'],
  ])('%s is %s', (iso, said) => {
    expect(formatWhen(iso, now)).toBe(said);
  });

  it('says so when the time is unknown or unreadable', () => {
    expect(formatWhen(null, now)).toBe('at an unknown time');
    expect(formatWhen('not a time', now)).toBe('at an unknown time');
    expect(formatClock(null)).toBe('');
  });
});

describe('formatSpan', () => {
  it('names the day once, and twice across midnight', () => {
    expect(formatSpan(at(2026, 11, 19, 16, 4), at(2026, 11, 19, 17, 21), now)).toBe('yesterday 16:04–17:21');
    expect(formatSpan(at(2026, 11, 19, 23, 4), at(2026, 11, 20, 0, 21), now)).toBe('yesterday 23:04 – today 00:21');
  });

  it('is one instant where both ends are the same minute, or the end is unknown', () => {
    expect(formatSpan(at(2026, 11, 20, 9, 15), at(2026, 11, 20, 9, 15), now)).toBe('today 09:15');
    expect(formatSpan(at(2026, 11, 20, 9, 15), null, now)).toBe('today 09:15');
  });
});
