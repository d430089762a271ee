import ICAL from 'ical.js';

/** One thing in a feed: a time, or a whole day. */
export interface CalendarEntry {
  /** The same for as long as it is the same thing, wherever and whenever it is written. */
  readonly uid: string;
  /** Grows with every change, so that a calendar takes the newer. */
  readonly sequence: number;
  readonly changedAt: string;
  readonly title: string;
  readonly when: { readonly startsAt: string; readonly minutes: number } | { readonly day: string };
  readonly isCancelled: boolean;
}

// RFC 5545, 3.1: 75 octets a line; ical.js does not count the space that continues one.
ICAL.foldLength = 74;

const PRODUCT = '-//Rounds//Rounds//EN';

/**
 * A calendar (RFC 5545) of these entries. Times are instants in UTC, which are right in every zone without a description of any.
 * The same entries give the same bytes, so that a program that asks again can be told that nothing changed.
 */
export function writeCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', PRODUCT);
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  // RFC 7986; the one with X is what programs before it read.
  calendar.addPropertyWithValue('name', name);
  calendar.addPropertyWithValue('x-wr-calname', name);
  calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT6H'));
  for (const entry of entries) calendar.addSubcomponent(toEvent(entry));
  return `${calendar.toString()}\r\n`;
}

function toEvent({ uid, sequence, changedAt, title, when, isCancelled }: CalendarEntry): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', uid);
  event.addPropertyWithValue('dtstamp', toUtc(changedAt));
  event.addPropertyWithValue('last-modified', toUtc(changedAt));
  event.addPropertyWithValue('sequence', sequence);
  event.addPropertyWithValue('summary', toLine(title));
  event.addPropertyWithValue('status', isCancelled ? 'CANCELLED' : 'CONFIRMED');
  event.addPropertyWithValue('class', 'PRIVATE');
  if ('day' in when) {
    event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(when.day));
    // A day that is marked is not a day that is taken.
    event.addPropertyWithValue('transp', 'TRANSPARENT');
    return event;
  }
  event.addPropertyWithValue('dtstart', toUtc(when.startsAt));
  event.addPropertyWithValue('dtend', toUtc(new Date(Date.parse(when.startsAt) + when.minutes * 60_000).toISOString()));
  event.addPropertyWithValue('transp', isCancelled ? 'TRANSPARENT' : 'OPAQUE');
  return event;
}

const toUtc = (instant: string): ICAL.Time => ICAL.Time.fromJSDate(new Date(instant), true);

/** Names are what people typed. */
const toLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
