import type { Journal } from '../../journal/open-journal.ts';
import { decompress } from '../../journal/segments-table.ts';

/** A transcript's bytes as they were kept, from `start`, with its last line where the file ended without a newline. */
export function* readKeptBytes(journal: Journal, transcript: number, start = 0): Generator<Buffer> {
  yield* journal.segments.read(transcript, start);
  const tail = journal.transcripts.getTail(transcript);
  if (tail) yield decompress(tail);
}
