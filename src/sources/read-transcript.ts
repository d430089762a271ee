/** Reads one transcript from bytes, whatever agent wrote it. Memory does not grow with the size of the input. */
import type { AgentName } from '../model/agent.ts';
import type { SessionEvent } from '../model/event.ts';
import { describeUnreadable } from './describe-unreadable.ts';
import { identifyFormat, SNIFF_BYTES, type Format } from './registry.ts';
import type { ReadSummary } from './source.ts';
import { createLineSplitter, MAX_LINE_BYTES } from './split-lines.ts';

export type TranscriptReading =
  | { readonly state: 'read'; readonly agent: AgentName; readonly bytes: number; readonly summary: ReadSummary }
  | { readonly state: 'not-yet-read'; readonly agent: AgentName }
  | { readonly state: 'not-a-transcript'; readonly why: string };

/**
 * @param fileName base name of the file the bytes came from
 * @param chunks the bytes, in order, in pieces of any size; a piece may be overwritten once the next is asked for
 * @param onEvent called for every event, in order, as soon as it is known
 */
export function readTranscript(
  fileName: string,
  chunks: Iterable<Buffer>,
  onEvent: (event: SessionEvent, agent: AgentName) => void,
  { maxLineBytes = MAX_LINE_BYTES }: { maxLineBytes?: number } = {},
): TranscriptReading {
  const rest = chunks[Symbol.iterator]();
  const { head, isWhole } = readHead(rest);
  const format = identify(head, isWhole);
  if (format.state !== 'read') {
    rest.return?.();
    return format;
  }

  const { source } = format;
  const reader = source.createReader(fileName);
  const emit = (event: SessionEvent) => onEvent(event, source.agent);
  const tooLong: { line: number; why: string }[] = [];
  const splitter = createLineSplitter(
    { onLine: (line) => reader.read(line, emit), onTooLong: (line, bytes) => void tooLong.push({ line, why: `line of ${bytes} bytes` }) },
    maxLineBytes,
  );
  let bytes = head.length;
  splitter.write(head);
  for (let next = rest.next(); !next.done; next = rest.next()) {
    bytes += next.value.length;
    splitter.write(next.value);
  }
  splitter.end();
  return { state: 'read', agent: source.agent, bytes, summary: withTooLong(reader.finish(emit), tooLong) };
}

function identify(head: Buffer, isWhole: boolean): Format {
  const start = head.subarray(0, SNIFF_BYTES);
  const unreadable = describeUnreadable(start, isWhole && head.length <= SNIFF_BYTES);
  const format = identifyFormat(start);
  // A database is binary and may yet be an agent's; a transcript in another encoding is not read as one.
  if (format?.state === 'not-yet-read') return format;
  if (unreadable !== undefined) return { state: 'not-a-transcript', why: unreadable };
  return format ?? { state: 'not-a-transcript', why: 'It is no transcript of an agent Rounds knows.' };
}

/** The first chunks, up to what sniffing needs. One big chunk is not copied. */
function readHead(chunks: Iterator<Buffer>): { head: Buffer; isWhole: boolean } {
  const parts: Buffer[] = [];
  let length = 0;
  while (length < SNIFF_BYTES) {
    const next = chunks.next();
    if (next.done) return { head: Buffer.concat(parts), isWhole: true };
    if (length === 0 && next.value.length >= SNIFF_BYTES) return { head: next.value, isWhole: false };
    parts.push(Buffer.from(next.value));
    length += next.value.length;
  }
  return { head: Buffer.concat(parts), isWhole: false };
}

function withTooLong(summary: ReadSummary, tooLong: readonly { line: number; why: string }[]): ReadSummary {
  if (tooLong.length === 0) return summary;
  const first = [...summary.malformed.first, ...tooLong].sort((a, b) => a.line - b.line).slice(0, 20);
  return { ...summary, records: summary.records + tooLong.length, malformed: { count: summary.malformed.count + tooLong.length, first } };
}
