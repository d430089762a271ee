/** The record of sign-offs as a chain of hashes, so that a changed, removed or moved entry shows. */
import { createHash } from 'node:crypto';
import type { SignOffEntry, SignOffRecord } from '../../model/sign-off.ts';

/** The records with one more at their end; those given stay as they are. */
export function appendRecord(records: readonly SignOffRecord[], entry: SignOffEntry): SignOffRecord[] {
  return [...records, { entry, hash: toHash(records.at(-1)?.hash ?? '', entry) }];
}

/** Whether every entry is what was once appended, in that order. Entries cut off at the end do not show: publish the last hash. */
export function isUnbroken(records: readonly SignOffRecord[]): boolean {
  return records.every(({ entry, hash }, index) => hash === toHash(records[index - 1]?.hash ?? '', entry));
}

function toHash(before: string, entry: SignOffEntry): string {
  return createHash('sha256').update(`${before}\n`).update(toText(entry)).digest('hex');
}

/** The same text for the same entry, whatever the order of its fields in the store. */
function toText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toText).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${toText(field)}`)
    .join()}}`;
}
