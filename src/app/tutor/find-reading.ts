import type { Journal } from '../../journal/open-journal.ts';
import type { Moment } from '../../model/moment.ts';
import type { Reading } from '../../tutor/second-reader.ts';

export type KeptReading = Reading & { readonly reader: string };

interface StoredReading {
  readonly about: string;
  readonly reading: Reading;
}

/** A reading holds for the moment as it was read: of another decision, or with another last line shown, it could give away what is withheld. */
const toAbout = ({ ruleVersion, decision, shownUntil }: ReadMoment): string => [ruleVersion, decision.start, decision.end, shownUntil].join(' ');

export type ReadMoment = Pick<Moment, 'id' | 'ruleVersion' | 'decision' | 'shownUntil'>;

/** As it is kept in the journal. */
export const toStoredReading = (moment: ReadMoment, reading: Reading): string => JSON.stringify({ about: toAbout(moment), reading } satisfies StoredReading);

export const parseStoredReading = (json: string): Reading => (JSON.parse(json) as StoredReading).reading;

/** What a second reader said of a moment; null where none was asked, or about what it was before. */
export function findReading({ readings }: Pick<Journal, 'readings'>, moment: ReadMoment): KeptReading | null {
  const row = readings.get(moment.id);
  const stored = row && (JSON.parse(row.json) as StoredReading);
  return row && stored?.about === toAbout(moment) ? { ...stored.reading, reader: row.reader } : null;
}

/** A moment's question as it is asked: as a second reader worded it where that was taken. Both kinds of moment take this path. */
export function toAskedQuestion(journal: Pick<Journal, 'readings'>, moment: ReadMoment & Pick<Moment, 'question'>): string {
  const reading = findReading(journal, moment);
  return reading?.verdict === 'reword' ? reading.question : moment.question;
}
