import { createHash } from 'node:crypto';
import type { Journal } from '../../journal/open-journal.ts';
import type { PortableFile, PortableTranscript } from '../../journal/portable-file.ts';
import { decompress } from '../../journal/segments-table.ts';
import { readKeptBytes } from '../import/read-kept-bytes.ts';
import { readKeptLines } from '../import/read-kept-lines.ts';
import { readLineKeys } from '../import/read-line-keys.ts';
import { isBrought } from './machine-name.ts';

type Brought = PortableTranscript & { readonly id: number };

interface Content {
  readonly length: number;
  readonly hash: string;
  /** Equal wherever one is the beginning of the other. */
  readonly firstLine: string;
}

interface KnownCopy {
  readonly id: number;
  readonly path: string;
  readonly format: string | null;
  readonly content: Content;
}

/** Takes what another machine kept and this one has not. What holds less than what is here already is passed over. Returns how many were taken. */
export function mergeTranscripts(journal: Journal, file: PortableFile): number {
  const copiesByStart = new Map<string, KnownCopy[]>();
  const note = (copy: KnownCopy): void => {
    const key = toKey(copy.format, copy.content);
    copiesByStart.set(key, [...(copiesByStart.get(key) ?? []), copy]);
  };
  for (const { id, path, format } of journal.transcripts.listKept()) note({ id, path, format, content: readContent(readKeptBytes(journal, id)) });

  let taken = 0;
  for (const transcript of file.transcripts()) {
    const content = readContent(readBrought(file, transcript));
    const alike = copiesByStart.get(toKey(transcript.format, content)) ?? [];
    const open = () => readBrought(file, transcript);
    if (alike.some((copy) => holds(journal, copy, content))) continue;
    if (transcript.format !== null && listSameSession(journal, transcript, open).some((isWhole) => isWhole)) continue;
    // What came from elsewhere before and has only grown since is replaced; a file of this machine stays what it is.
    const shorter = alike.find((copy) => isBrought(copy.path) && content.length > copy.content.length && beginsWith(open(), copy.content));
    const id = shorter?.id ?? journal.transcripts.addBrought(transcript);
    journal.segments.removeAll(id);
    for (const piece of file.pieces(transcript.id)) journal.segments.addStored(id, piece);
    journal.transcripts.setStamp(id, { size: transcript.size, mtimeMs: transcript.mtimeMs, inode: 0 });
    journal.transcripts.setCaptured(id, transcript);
    note({ id, path: transcript.path, format: transcript.format, content });
    taken += 1;
  }
  return taken;
}

const toKey = (format: string | null, { firstLine }: Content): string => `${format ?? ''}\n${firstLine}`;

/** The bytes of a transcript in the file; throws where a piece is not what it was. */
export function* readBrought(file: PortableFile, { id, tail }: Brought): Generator<Buffer> {
  for (const { zstd } of file.pieces(id)) yield decompress(zstd);
  if (tail) yield decompress(tail);
}

function readContent(pieces: Iterable<Buffer>): Content {
  const hash = createHash('sha256');
  let length = 0;
  const begun: Buffer[] = [];
  let isFirst = true;
  for (const bytes of pieces) {
    hash.update(bytes);
    length += bytes.length;
    if (!isFirst) continue;
    const end = bytes.indexOf(0x0a);
    begun.push(end === -1 ? bytes : bytes.subarray(0, end));
    isFirst = end === -1;
  }
  const [first = Buffer.alloc(0)] = readKeptLines(begun);
  return { length, hash: hash.digest('hex'), firstLine: createHash('sha256').update(first).digest('hex') };
}

const holds = (journal: Journal, copy: KnownCopy, content: Content): boolean =>
  copy.content.length === content.length
    ? copy.content.hash === content.hash
    : copy.content.length > content.length && beginsWith(readKeptBytes(journal, copy.id), content);

function beginsWith(pieces: Iterable<Buffer>, { length, hash }: Content): boolean {
  const found = createHash('sha256');
  let left = length;
  for (const bytes of pieces) {
    found.update(bytes.subarray(0, left));
    left -= Math.min(left, bytes.length);
    if (left === 0) break;
  }
  return left === 0 && found.digest('hex') === hash;
}

/** Messages are written anew while they grow: of each kept copy of the session, whether it records all that this one does. */
function listSameSession(journal: Journal, { path, format }: Brought, open: () => Iterable<Buffer>): boolean[] {
  const keys = readLineKeys(format, path, open);
  if (!keys) return [];
  return journal.transcripts
    .listKept()
    .filter((row) => row.format === format && row.session !== null && keys.sessions.has(row.session))
    .map((row) => {
      const known = readLineKeys(format, row.path, () => readKeptBytes(journal, row.id));
      return [...keys.events].every((id) => known?.events.has(id));
    });
}
