import type { Journal } from '../../journal/open-journal.ts';
import type { Moment, MomentId } from '../../model/moment.ts';
import type { Reading } from '../../tutor/second-reader.ts';

export type KeptReading = Reading & { readonly reader: string };

/** What a second reader said of a moment; null where none was asked. */
export function findReading({ readings }: Pick<Journal, 'readings'>, id: MomentId): KeptReading | null {
  const row = readings.get(id);
  return row ? { ...(JSON.parse(row.json) as Reading), reader: row.reader } : null;
}

/** A moment's question as it is asked: as a second reader worded it where that was taken. Both kinds of moment take this path. */
export function toAskedQuestion(journal: Pick<Journal, 'readings'>, { id, question }: Pick<Moment, 'id' | 'question'>): string {
  const reading = findReading(journal, id);
  return reading?.verdict === 'reword' ? reading.question : question;
}
