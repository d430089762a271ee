/** What is written is read by another library than the one that wrote it. */
import { sync, type VEvent } from 'node-ical';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listMilestoneEntries, toMeetingEntry, type CalendarMeeting, type CalendarYear } from './list-year-entries.ts';
import { writeCalendar, type CalendarEntry } from './write-calendar.ts';

const meeting: CalendarMeeting = {
  id: 'a_0123456789abcdef',
  kind: 'check-in',
  startsAt: '2026-03-30T08:00:00.000Z',
  minutes: 45,
  sequence: 2,
  changedAt: '2026-03-01T10:11:12.000Z',
  cancelledAt: null,
  partner: 'Ben; O\'Neill, "the" \\ other',
};
const year: CalendarYear = {
  id: 'y_0123456789abcdef',
  startsAt: '2026-01-31T23:30:00.000Z',
  months: 12,
  pauses: [],
  state: 'running',
  createdAt: '2026-01-02T00:00:00.000Z',
  endedAt: null,
  partner: 'Ben',
};

const readBack = (entries: readonly CalendarEntry[]) =>
  Object.values(sync.parseICS(writeCalendar('Rounds', entries))).filter((each) => each?.type === 'VEVENT') as VEvent[];

describe('a feed', () => {
  it('holds a meeting as it is, with nothing of what it is about', () => {
    const [event] = readBack([toMeetingEntry(meeting)]);
    expect(event).toMatchObject({
      uid: 'a_0123456789abcdef@rounds',
      summary: `Rounds: check-in with ${meeting.partner}`,
      status: 'CONFIRMED',
      class: 'PRIVATE',
    });
    expect([event?.start.toISOString(), event?.end?.toISOString(), event?.dtstamp.toISOString()]).toEqual([
      '2026-03-30T08:00:00.000Z',
      '2026-03-30T08:45:00.000Z',
      '2026-03-01T10:11:12.000Z',
    ]);
    expect(Number(event?.sequence)).toBe(2);
  });

  it('keeps saying that a meeting is called off, as the same one', () => {
    const [event] = readBack([toMeetingEntry({ ...meeting, sequence: 3, cancelledAt: '2026-03-02T00:00:00.000Z' })]);
    expect([event?.uid, event?.status, Number(event?.sequence), event?.transparency]).toEqual(['a_0123456789abcdef@rounds', 'CANCELLED', 3, 'TRANSPARENT']);
  });

  it('marks what is due as whole days of the place where its reader is', () => {
    const dayOf = (zone: string): string => /DTSTART;VALUE=DATE:(\d+)/.exec(writeCalendar('Rounds', listMilestoneEntries(year, zone)))?.[1] ?? '';
    expect([dayOf('UTC'), dayOf('Europe/Berlin'), dayOf('America/New_York')]).toEqual(['20260131', '20260201', '20260131']);
    const events = readBack(listMilestoneEntries(year, 'UTC'));
    expect(events.every(({ datetype, transparency }) => datetype === 'date' && transparency === 'TRANSPARENT')).toBe(true);
    expect(events.map(({ summary }) => summary)).toContain('Rounds: review with Ben due');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(4 + 1 + 1 + 1 + 3 + 4);
  });

  it('calls off what a pause leaves open, and moves it once that has ended, as the same things', () => {
    const paused = listMilestoneEntries({ ...year, pauses: [{ from: '2026-04-01T00:00:00.000Z', to: null }] }, 'UTC');
    const before = listMilestoneEntries(year, 'UTC');
    expect(paused.map(({ uid }) => uid).toSorted()).toEqual(before.map(({ uid }) => uid).toSorted());
    const cancelled = paused.filter(({ isCancelled }) => isCancelled);
    expect(cancelled.every(({ when }) => 'day' in when && when.day > '2026-04-01')).toBe(true);
    expect([paused.length - cancelled.length, paused[0]?.sequence]).toEqual([4, 1]);
    const resumed = listMilestoneEntries({ ...year, pauses: [{ from: '2026-04-01T00:00:00.000Z', to: '2026-05-01T00:00:00.000Z' }] }, 'UTC');
    expect(resumed.some(({ isCancelled }) => isCancelled)).toBe(false);
    expect(resumed.every(({ sequence, changedAt }) => sequence === 2 && changedAt === '2026-05-01T00:00:00.000Z')).toBe(true);
    expect(resumed.find(({ uid }) => uid.endsWith('-completion-12@rounds'))?.when).toEqual({ day: '2027-03-02' });
    const ended = listMilestoneEntries({ ...year, state: 'ended', endedAt: '2026-06-15T00:00:00.000Z' }, 'UTC');
    expect(ended.filter(({ isCancelled }) => isCancelled).every(({ when }) => 'day' in when && when.day > '2026-06-15')).toBe(true);
  });

  it('is the same bytes for the same entries, in lines of at most 75 octets that end as they should', () => {
    const entries = [toMeetingEntry({ ...meeting, partner: 'Änne Müller-Lüdenscheidt 日本語の名前 🙂 '.repeat(5) }), ...listMilestoneEntries(year, 'UTC')];
    const text = writeCalendar('Rounds', entries);
    expect(writeCalendar('Rounds', entries)).toBe(text);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    for (const required of [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Rounds//Rounds//EN',
      'METHOD:PUBLISH',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'SEQUENCE:2',
    ])
      expect(text.split('\r\n')).toContain(required);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('is read back whatever a name holds', () => {
    assert(
      property(string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (partner) => {
        const events = readBack([toMeetingEntry({ ...meeting, partner: `x${partner}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nx` })]);
        expect(events).toHaveLength(1);
        expect(events[0]?.uid).toBe('a_0123456789abcdef@rounds');
        expect(String(events[0]?.summary)).toMatch(/^Rounds: check-in with x/);
      }),
    );
  });
});
