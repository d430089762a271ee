const UTC_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/** ISO instant in UTC, or null where the value is not a time. */
export function toInstant(value: unknown): string | null {
  if (typeof value === 'string' && UTC_INSTANT.test(value)) return value;
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
