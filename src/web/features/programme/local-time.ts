/** Instants in the fields of a browser, which know local time alone. */
const two = (n: number): string => String(n).padStart(2, '0');

/** "2026-01-05T09:00" as `datetime-local` wants it; an empty string for none. */
export function toLocalField(iso: string | null): string {
  const at = iso === null ? null : new Date(iso);
  return at === null ? '' : `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Null for a field that is empty or unfinished. */
export function fromLocalField(text: string): string | null {
  const at = new Date(text);
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
