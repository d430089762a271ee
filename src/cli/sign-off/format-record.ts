import type { CheckedRecord } from '../../app/sign-off-record/verify-record.ts';
import { toPlainLine } from '../text/to-plain.ts';

/** What was checked, and what it came to, in sentences. */
export function formatRecord({ record, check }: CheckedRecord, wasGivenHash: boolean): string[] {
  const count = record.records.length;
  const about = `The record of ${toPlainLine(record.person.name)}: ${count} ${count === 1 ? 'entry' : 'entries'}, exported ${record.exportedAt.slice(0, 10)}.`;
  switch (check.state) {
    case 'unbroken':
      return [
        about,
        wasGivenHash
          ? 'It is whole, and its last hash is the one you gave.'
          : 'It is whole from its first entry to its last. Whether anything was cut off after that shows only with a last hash from earlier: --last-hash.',
      ];
    case 'went-on':
      return [about, `It is whole. The hash you gave was that of entry ${check.since}; it went on since.`];
    case 'broken':
    case 'cut':
    case 'turned-back':
      return [about, `It is NOT ${check.state === 'turned-back' ? 'in order' : 'whole'}. ${check.words}`];
  }
}
