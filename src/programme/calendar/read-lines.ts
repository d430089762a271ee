import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';

const MAX_CHARACTERS = 8 * 1024 * 1024;
/** Longer than any line that says when something is; ical.js takes quadratically long for one with many parameters. */
const MAX_LINE = 16 * 1024;
const MAX_EVENTS = 20_000;

const PARENT_BY_COMPONENT: Readonly<Record<string, string>> = {
  VCALENDAR: '',
  VEVENT: 'VCALENDAR',
  VTIMEZONE: 'VCALENDAR',
  STANDARD: 'VTIMEZONE',
  DAYLIGHT: 'VTIMEZONE',
};
const PROPERTIES = new Set(
  ['UID', 'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'SUMMARY', 'STATUS', 'TRANSP', 'ATTENDEE', 'ORGANIZER'].concat(
    'TZID TZOFFSETFROM TZOFFSETTO'.split(' '),
  ),
);

/** The lines of each event and of each description of a zone. */
export interface CalendarLines {
  readonly events: readonly string[];
  readonly zones: readonly string[];
}

/**
 * Of a calendar file the lines that say when something is and with whom, and nothing else: no alarms, attachments or notes. So
 * whatever else stands in a file can neither be kept nor slow anything down. `bad-input` where it is no calendar, or far too large.
 */
export function readLines(text: string): Result<CalendarLines, Problem> {
  if (text.length > MAX_CHARACTERS) return failed(tooLarge('It has more than eight million characters.'));
  const found = { events: [] as string[], zones: [] as string[] };
  const open: string[] = [];
  let kept: string[] = [];
  let [skipped, calendars] = [0, 0];
  for (const line of text.replaceAll(/\r?\n[ \t]/g, '').split(/\r\n|\n|\r/)) {
    const name = (/^[\w-]{1,40}/.exec(line)?.[0] ?? '').toUpperCase();
    const component = line
      .slice(name.length + 1)
      .trim()
      .toUpperCase();
    if (name === 'BEGIN') {
      if (skipped > 0 || PARENT_BY_COMPONENT[component] !== (open.at(-1) ?? '')) {
        skipped += 1;
        continue;
      }
      open.push(component);
      kept.push(`BEGIN:${component}`);
    } else if (name === 'END' && skipped > 0) skipped -= 1;
    else if (name === 'END') {
      if (open.pop() !== component) return failed(noCalendar());
      kept.push(`END:${component}`);
      if (component === 'VEVENT') found.events.push(kept.join('\r\n'));
      if (component === 'VTIMEZONE') found.zones.push(kept.join('\r\n'));
      if (component === 'VCALENDAR') calendars += 1;
      if (found.events.length > MAX_EVENTS) return failed(tooLarge(`It has more than ${MAX_EVENTS} entries.`));
    } else if (skipped === 0 && open.length > 1 && PROPERTIES.has(name)) {
      if (line.length > MAX_LINE) return failed(tooLarge('One of its lines is longer than any that says when something is.'));
      kept.push(line);
    }
    // What stands in a calendar but in none of its events is not asked for.
    if (open.length <= 1) kept = [];
  }
  return calendars > 0 && open.length === 0 && skipped === 0 ? ok(found) : failed(noCalendar());
}

const tooLarge = (why: string): Problem =>
  problem('bad-input', 'This calendar is too large to look through.', { why, next: 'Export a shorter time, or only the calendar you meet in.' });

const noCalendar = (): Problem =>
  problem('bad-input', 'This is no calendar that Rounds can read.', {
    why: 'It is not in the format of calendars (iCalendar, .ics), or not whole.',
    next: 'Export the calendar as an .ics file and try again.',
  });
