import { sync, type VEvent } from 'node-ical';
import { array, assert, constantFrom, integer, option, property, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendar, type ReadRequest } from './read-calendar.ts';
import { writeCalendar } from './write-calendar.ts';

const YEAR: ReadRequest = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z', zone: 'Europe/Berlin' };

const file = (...lines: readonly string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]): readonly string[] => [
  'BEGIN:VEVENT',
  'UID:one',
  'DTSTAMP:20260101T000000Z',
  'SUMMARY:With Ben',
  ...lines,
  'END:VEVENT',
];
const BERLIN = 'TZID=Europe/Berlin';

function read(text: string, request = YEAR): { times: readonly string[]; leftOut: Readonly<Record<string, number>> } {
  const result = readCalendar(text, request);
  if (!result.ok) throw new Error(result.problem.what);
  return {
    times: result.value.times.map(({ from, to }) => `${from.slice(0, 16)} ${(Date.parse(to) - Date.parse(from)) / 60_000}`),
    leftOut: Object.fromEntries(result.value.leftOut),
  };
}
const times = (...lines: readonly string[]): readonly string[] => read(file(...event(...lines))).times;
const why = (...lines: readonly string[]): readonly string[] => Object.keys(read(file(...event(...lines))).leftOut);

/** As Outlook describes the zone of Berlin under a name of its own. */
const outlookZone = (name: string): readonly string[] =>
  `BEGIN:VTIMEZONE|TZID:${name}|BEGIN:STANDARD|DTSTART:16010101T030000|TZOFFSETFROM:+0200|TZOFFSETTO:+0100|RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10|END:STANDARD|BEGIN:DAYLIGHT|DTSTART:16010101T020000|TZOFFSETFROM:+0100|TZOFFSETTO:+0200|RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3|END:DAYLIGHT|END:VTIMEZONE`.split(
    '|',
  );

const inZone = (name: string) =>
  read(file(...outlookZone(name), ...event(`DTSTART;TZID=${name}:20260323T100000`, `DTEND;TZID=${name}:20260323T110000`, 'RRULE:FREQ=WEEKLY;COUNT=2'))).times;

describe('a calendar file', () => {
  it('is read as its program means it: zones, instants, times without a zone, lengths', () => {
    expect(times(`DTSTART;${BERLIN}:20260330T100000`, `DTEND;${BERLIN}:20260330T104500`)).toEqual(['2026-03-30T08:00 45']);
    expect(times('DTSTART:20260330T100000Z', 'DURATION:PT1H30M')).toEqual(['2026-03-30T10:00 90']);
    expect(times('DTSTART:20260330T100000', 'DTEND:20260330T110000')).toEqual(['2026-03-30T08:00 60']);
    expect(times('DTSTART;TZID=America/New_York:20260330T100000', `DTEND;${BERLIN}:20260330T170000`)).toEqual(['2026-03-30T14:00 60']);
  });

  it('keeps the wall time of what repeats when clocks change', () => {
    expect(times(`DTSTART;${BERLIN}:20260323T100000`, `DTEND;${BERLIN}:20260323T110000`, 'RRULE:FREQ=WEEKLY;COUNT=3')).toEqual([
      '2026-03-23T09:00 60',
      '2026-03-30T08:00 60',
      '2026-04-06T08:00 60',
    ]);
  });

  it('leaves out what was taken out of a series, and moves what was moved', () => {
    const text = file(
      ...event(
        `DTSTART;${BERLIN}:20260302T100000`,
        `DTEND;${BERLIN}:20260302T110000`,
        'RRULE:FREQ=WEEKLY;UNTIL=20260406T080000Z',
        `EXDATE;${BERLIN}:20260309T100000,20260316T100000`,
        'EXDATE;VALUE=DATE:20260330',
      ),
      ...event(`RECURRENCE-ID;${BERLIN}:20260323T100000`, `DTSTART;${BERLIN}:20260324T150000`, `DTEND;${BERLIN}:20260324T153000`),
      ...event(`RECURRENCE-ID;${BERLIN}:20260406T100000`, `DTSTART;${BERLIN}:20260406T100000`, `DTEND;${BERLIN}:20260406T110000`, 'STATUS:CANCELLED'),
    );
    expect(read(text)).toEqual({ times: ['2026-03-02T09:00 60', '2026-03-24T14:00 30'], leftOut: { cancelled: 1 } });
  });

  it('is read where the file describes a zone itself, and the description of a place that everybody knows is not believed', () => {
    expect(inZone('W. Europe Standard Time')).toEqual(['2026-03-23T09:00 60', '2026-03-30T08:00 60']);
    expect(inZone('Asia/Tokyo')).toEqual(['2026-03-23T01:00 60', '2026-03-30T01:00 60']);
    expect(times('DTSTART;TZID=/citadel.org/20190101_1/Europe/Berlin:20260330T100000', 'DURATION:PT1H')).toEqual(['2026-03-30T08:00 60']);
  });

  it.each([
    ['all-day', ['DTSTART;VALUE=DATE:20260302']],
    ['cancelled', ['DTSTART:20260302T100000Z', 'DURATION:PT1H', 'STATUS:CANCELLED']],
    ['free', ['DTSTART:20260302T100000Z', 'DURATION:PT1H', 'TRANSP:TRANSPARENT']],
    ['too-long', ['DTSTART:20260302T100000Z', 'DTEND:20260303T100000Z']],
    ['unknown-zone', ['DTSTART;TZID=Nowhere/Land:20260302T100000', 'DURATION:PT1H']],
    ['unusual-repetition', ['DTSTART:20260302T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=SECONDLY']],
    ['unreadable', ['DTSTART:20260302T100000Z', 'DTEND:20260302T090000Z']],
    ['unreadable', ['DTSTART:when we meet', 'DURATION:PT1H']],
    ['unreadable', ['SUMMARY:no time at all']],
  ])('says what it left out: %s', (reason, lines) => {
    expect([times(...lines), why(...lines)]).toEqual([[], [reason]]);
  });

  it('gives back what Rounds itself writes', () => {
    const text = writeCalendar('Rounds', [
      {
        uid: 'a@rounds',
        sequence: 0,
        changedAt: '2026-01-01T00:00:00.000Z',
        title: 'Rounds: check-in with Ben',
        when: { startsAt: '2026-03-30T08:00:00.000Z', minutes: 45 },
        isCancelled: false,
      },
    ]);
    expect(read(text)).toEqual({ times: ['2026-03-30T08:00 45'], leftOut: {} });
  });

  it('repeats as another library does', () => {
    const day = constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
    const rule = record({
      freq: constantFrom('DAILY', 'WEEKLY'),
      interval: integer({ min: 1, max: 4 }),
      days: uniqueArray(day, { maxLength: 4 }),
      count: option(integer({ min: 1, max: 60 })),
      until: option(integer({ min: 1, max: 300 })),
    });
    assert(
      property(
        rule,
        constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Sydney'),
        integer({ min: 0, max: 700 }),
        (given, zone, offset) => {
          // A first time that its own rule does not name is nothing that programs agree on.
          const start = new Date(Date.UTC(2025, 0, 6 + offset));
          const own = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][start.getUTCDay()] ?? '';
          const days = given.days.length > 0 ? [...new Set([own, ...given.days])] : [];
          const until =
            given.until === null ? '' : `;UNTIL=${new Date(start.getTime() + given.until * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')}T235959Z`;
          const parts = `FREQ=${given.freq};INTERVAL=${given.interval}${days.length > 0 ? `;BYDAY=${days.join(',')}` : ''}${given.count === null ? until : `;COUNT=${given.count}`}`;
          const at = `${start.toISOString().slice(0, 10).replaceAll('-', '')}T093000`;
          const text = file(...event(`DTSTART;TZID=${zone}:${at}`, 'DURATION:PT1H', `RRULE:${parts}`));
          const theirs = Object.values(sync.parseICS(text)).find((each) => each?.type === 'VEVENT') as VEvent;
          const expected = theirs.rrule?.between(new Date(YEAR.from), new Date(YEAR.to), true).map((date) => `${date.toISOString().slice(0, 16)} 60`) ?? [];
          expect(read(text).times, parts).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const refused = (text: string): string | undefined => {
  const result = readCalendar(text, YEAR);
  return result.ok ? undefined : result.problem.tag;
};

describe('a hostile file', () => {
  it('is refused where it is none, not whole, or too large', () => {
    for (const text of ['', 'hello', '<html>', 'BEGIN:VCALENDAR', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT', 'BEGIN:VCARD\nEND:VCARD'])
      expect([text, refused(text)]).toEqual([text, 'bad-input']);
    expect(refused(file(`DESCRIPTION:${'x'.repeat(9_000_000)}`))).toBe('bad-input');
    expect(refused(file(...event(`SUMMARY${';A=b'.repeat(300_000)}:x`)))).toBe('bad-input');
    expect(refused(file(...Array.from({ length: 20_001 }, () => ['BEGIN:VEVENT', 'END:VEVENT']).flat()))).toBe('bad-input');
  });

  it.each([
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;INTERVAL=2',
    'FREQ=HOURLY',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=1000000000',
    'FREQ=WEEKLY;BYSETPOS=9;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=99',
    'FREQ=YEARLY;BYWEEKNO=53',
    'FREQ=WEEKLY;BYHOUR=25',
    'FREQ=NEVER',
    '',
    'COUNT=3',
  ])('with the rule %j repeats nothing', (rule) => {
    const { times: found, leftOut } = read(file(...event('DTSTART:19700101T100000Z', 'DURATION:PT1H', `RRULE:${rule}`)));
    expect([found, Object.values(leftOut)]).toEqual([[], [1]]);
  });

  it('costs a bounded number of steps, and says what was left out', () => {
    const many = Array.from({ length: 2_000 }, (_, n) => [
      'BEGIN:VEVENT',
      `UID:${n}`,
      'DTSTART:19000101T100000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY',
      'END:VEVENT',
    ]);
    const { times: found, leftOut } = read(file(...many.flat()));
    expect(found.length).toBeLessThanOrEqual(5_000);
    expect(Object.values(leftOut).reduce((sum, n) => sum + n)).toBeGreaterThan(1_900);
    expect(times('DTSTART:19000101T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2000000000')).toEqual([]);
  });

  it('describes a zone that never ends, and is not asked for it', () => {
    const endless = [
      'BEGIN:VTIMEZONE',
      'TZID:Mine',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=SECONDLY',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    expect(read(file(...endless, ...event('DTSTART;TZID=Mine:20260302T100000', 'DURATION:PT1H')))).toEqual({ times: [], leftOut: { 'unknown-zone': 1 } });
  });

  it('never throws, whatever its lines hold', () => {
    const names = [
      'DTSTART',
      'DTEND',
      'DURATION',
      'RRULE',
      'EXDATE',
      'RDATE',
      'RECURRENCE-ID',
      'UID',
      'STATUS',
      'BEGIN',
      'END',
      'TZID',
      'TZOFFSETTO',
      'ATTENDEE',
    ];
    const values = [
      '20260302T100000Z',
      '20260302',
      'PT1H',
      '-P9999W',
      'FREQ=DAILY',
      'FREQ=WEEKLY;BYDAY=XX',
      'VEVENT',
      'VCALENDAR',
      'VTIMEZONE',
      'x',
      '',
      '99999999T999999',
      '20260302T100000/PT1H',
      '\u0000',
      ';;;',
      ':::',
      '+9999',
    ];
    const parameters = [
      '',
      ';TZID=Europe/Berlin',
      ';TZID=x',
      ';VALUE=DATE',
      ';VALUE=PERIOD',
      ';VALUE=TEXT',
      ';VALUE=nothing',
      ';',
      ';=',
      ';TZID="',
      ';CN="a:b"',
    ];
    const line = record({ name: constantFrom(...names), parameter: constantFrom(...parameters), value: constantFrom(...values) });
    assert(
      property(array(array(line, { maxLength: 6 }), { maxLength: 5 }), (events) => {
        const result = readCalendar(
          file(...events.flatMap((lines) => event(...lines.map(({ name, parameter, value }) => `${name}${parameter}:${value}`)))),
          YEAR,
        );
        expect(result.ok || result.problem.tag).toBeTruthy();
      }),
      { numRuns: 300 },
    );
  });
});
