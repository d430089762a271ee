/** When a prompt was sent, as newer transcripts say before it: `<timestamp>Sunday, Mar 1, 2026, 9:15 AM (UTC+1)</timestamp>`. */
const STAMP =
  /^\s*<timestamp>(?:[A-Za-z]+, )?([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4}), (\d{1,2}):(\d\d)(?::(\d\d))?\s?(AM|PM) \(UTC(?:([+-])(\d{1,2})(?::(\d\d))?)?\)<\/timestamp>/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Ms since the epoch; undefined where the text does not begin with a time and its zone. */
export function readTimestamp(text: string): number | undefined {
  const [, month = '', day, year, hour, minute, second, half, sign, zoneHours, zoneMinutes] = STAMP.exec(text) ?? [];
  const monthAt = MONTHS.indexOf(month);
  if (month === '' || monthAt === -1) return undefined;
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  const offset = (Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0)) * (sign === '-' ? -1 : 1);
  return Date.UTC(Number(year), monthAt / 3, Number(day), hours, Number(minute) - offset, Number(second ?? 0));
}
