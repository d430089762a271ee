import { describe, expect, it } from 'vitest';
import type { MomentCard, Today } from '../../../model/api/today.ts';
import { describeReading, describeToday } from './describe-today.ts';

const friday = new Date(2026, 10, 20, 9);
const moment = (minutes: number): MomentCard => ({ minutes }) as MomentCard;
const today = (given: Partial<Today>): Today => ({
  date: '2026-11-20',
  moments: [],
  waiting: [],
  read: { sessions: 3, events: 412 },
  sent: 0,
  shared: 0,
  sessionsKnown: 3,
  roundsClosedToday: 0,
  waitingInSessions: 0,
  recallDue: 0,
  done: false,
  demo: false,
  ...given,
});

describe('describeToday', () => {
  it('counts moments and minutes in words', () => {
    expect(describeToday(today({ moments: [moment(6), moment(5)] }), friday)).toBe('Friday. Two moments, about eleven minutes.');
    expect(describeToday(today({ moments: [moment(1)] }), friday)).toBe('Friday. One moment, about one minute.');
  });

  it('tells done from nothing found and from nothing read', () => {
    expect(describeToday(today({ done: true }), friday)).toBe('Friday. Done for today.');
    expect(describeToday(today({}), friday)).toBe('Friday. Nothing to stop for.');
    expect(describeToday(today({ sessionsKnown: 0 }), friday)).toBe('Friday. A quiet start.');
  });
});

describe('describeReading', () => {
  it('says what was read and that it stayed here', () => {
    expect(describeReading(today({}))).toBe('From 3 sessions since yesterday, 412 events read on this machine. Nothing has left it.');
    expect(describeReading(today({ read: { sessions: 0, events: 0 } }))).toBe('No new session on this machine since yesterday. Nothing has left it.');
  });

  it('says what did not', () => {
    expect(describeReading(today({ sent: 2 }))).toBe(
      'From 3 sessions since yesterday, 412 events read on this machine. What left it: 2 requests to your second reader. Settings lists them.',
    );
    expect(describeReading(today({ shared: 1 }))).toContain('What left it: 1 case to your pair. Settings lists it.');
  });
});
