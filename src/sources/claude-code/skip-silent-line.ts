/**
 * Tells from the first bytes that a record is a progress tick or a file snapshot, so that it is counted without being parsed:
 * together they are a third of all lines. A quote inside a JSON string is escaped, so the bytes looked for can only be structure;
 * no brace before them means that they are the record's own.
 */
import { SILENT_PROGRESS } from './records/progress/silent-progress.ts';

const SNAPSHOT = Buffer.from('{"type":"file-history-snapshot",');
const PROGRESS = Buffer.from('"type":"progress","data":{"type":"');
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const QUOTE = 0x22;
/** Where a record's own `type` may stand: after an envelope of short values. */
const ENVELOPE_BYTES = 2048;
const TICKS = new Set<string>(SILENT_PROGRESS);

/** The record's kind where the line needs no parsing. */
export function toSilentKind(line: Buffer): string | undefined {
  if (line[0] !== OPEN_BRACE || line[line.length - 1] !== CLOSE_BRACE) return undefined;
  if (line.subarray(0, SNAPSHOT.length).equals(SNAPSHOT)) return 'file-history-snapshot';
  const head = line.subarray(0, ENVELOPE_BYTES);
  const at = head.indexOf(PROGRESS);
  if (at === -1 || head.subarray(1, at).includes(OPEN_BRACE)) return undefined;
  const nameStart = at + PROGRESS.length;
  const nameEnd = head.indexOf(QUOTE, nameStart);
  const name = nameEnd === -1 ? '' : head.toString('latin1', nameStart, nameEnd);
  return TICKS.has(name) ? `progress/${name}` : undefined;
}
