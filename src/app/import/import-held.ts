import { identifyTranscript } from '../../sources/identify-transcript.ts';
import { SNIFF_BYTES, type Format } from '../../sources/registry.ts';
import { toFormatName, type RawLine } from '../../sources/source.ts';
import { captureMessages } from './capture-messages.ts';
import { deriveKept, NOTHING, type ImportedFile, type ImportFileDeps } from './derive-kept.ts';
import type { HeldToImport } from './list-held-changes.ts';
import { readKeptLines } from './read-kept-lines.ts';

/**
 * Keeps one session that a repository holds and makes a session of it. One that is known from the agent's own folder is merged
 * with it by what its records say, as any second copy is.
 */
export function importHeld(deps: ImportFileDeps, held: HeldToImport, chunks: readonly Buffer[], demo: boolean): ImportedFile {
  const bytes = Buffer.concat(chunks);
  const format = identifyTranscript(held.path, bytes.subarray(0, SNIFF_BYTES), bytes.length <= SNIFF_BYTES);
  if (format.state !== 'read') return noteUnreadable(deps, held, format, demo);
  const { source } = format;
  const isDocument = source.form?.form === 'document';
  const messages = source.form?.form === 'document' ? source.form.unpack(bytes, held.path) : toLines(bytes);
  const { path, stamp } = held;
  const row = captureMessages(deps.journal, { path, part: '', stamp, agent: source.agent, format: isDocument ? toFormatName(source) : null, demo }, messages);
  return deriveKept(deps, row);
}

/** Looked at again only when it holds something else. */
function noteUnreadable(
  { journal }: ImportFileDeps,
  { path, stamp, isGiven }: HeldToImport,
  format: Exclude<Format, { state: 'read' }>,
  demo: boolean,
): ImportedFile {
  journal.transcripts.add({ ...stamp, path, format: null, state: format.state, agent: null, demo });
  return isGiven ? { ...NOTHING, problems: [format.why] } : NOTHING;
}

function* toLines(bytes: Buffer): Generator<RawLine> {
  let line = 0;
  for (const one of readKeptLines([bytes])) yield { line: (line += 1), offset: 0, bytes: one };
}
