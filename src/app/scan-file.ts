/** Reads one transcript file and finds the moments of its sessions: stateless, one session in memory at a time. */
import { resolve, sep } from 'node:path';
import type { AgentName } from '../model/agent.ts';
import type { SessionEvent } from '../model/event.ts';
import type { Moment } from '../model/moment.ts';
import type { Session } from '../model/session.ts';
import { createCodeReader } from '../moments/engine/code/create-code-reader.ts';
import { findMoments } from '../moments/engine/find-moments.ts';
import { createFactsBuilder, type FactsBuilder } from '../moments/facts/create-facts-builder.ts';
import { describeSystemError, type FoundFile } from '../sources/find-transcripts.ts';
import { readTranscript, type TranscriptReading } from '../sources/read-transcript.ts';
import type { LineUnit, ReadSummary } from '../sources/source.ts';
import type { ScanCounts } from './create-scan-counts.ts';
import { explainBadLines } from './explain-bad-lines.ts';
import { readFileChunks } from './read-file-chunks.ts';

/** What a scan looks for; the same in every thread. */
export interface ScanAim {
  readonly agent?: AgentName;
  /** Only sessions that worked in this folder. */
  readonly repository?: string;
  readonly sound: boolean;
  readonly nursery: boolean;
}

/** With its bytes where no file holds them. */
type FoundTranscript = FoundFile & { readonly chunks?: readonly Buffer[] };

export type ScannedFile = { readonly file: string } & (
  | {
      readonly state: 'read';
      readonly session: Session;
      readonly unit: LineUnit;
      readonly moments: readonly Moment[];
      readonly malformed: ReadSummary['malformed'];
    }
  | { readonly state: 'bad-input'; readonly what: string }
  | { readonly state: 'passed-over' }
);

/** @returns a function that reads one file; its work is added to `counts` */
export function createFileScanner(request: ScanAim, counts: ScanCounts): (found: FoundTranscript) => ScannedFile[] {
  const { clock } = counts;
  const readCode = clock.ast.around(createCodeReader());

  return (found) => {
    const file = found.path;
    const scanned: ScannedFile[] = [];
    let head: Buffer = Buffer.alloc(0);
    let builder: FactsBuilder | undefined;
    const build = (agent: AgentName): FactsBuilder => (builder ??= createFactsBuilder({ agent, file, readCode }));
    const addFact = clock.facts.around((event: SessionEvent, agent: AgentName) => build(agent).add(event));

    function finishSession(summary: ReadSummary, agent: AgentName, unit: LineUnit): void {
      const { session, malformed } = summary;
      const ended = build(agent);
      builder = undefined;
      if (request.agent && agent !== request.agent) return;
      if (request.repository !== undefined && !isInside(session.cwd, request.repository)) return;
      const facts = clock.finishing.around(() => ended.finish(session))();
      const moments = clock.rules.around(() => findMoments(facts, request))();
      counts.addSession({ summary, facts, moments: moments.length });
      scanned.push({ file, state: 'read', session, unit, moments, malformed });
    }

    let reading: TranscriptReading;
    try {
      const chunks = keepHead(found.chunks ?? readFileChunks(file), (bytes) => (head = bytes));
      reading = clock.reading.around(() => readTranscript(file, chunks, addFact, { onSession: finishSession }))();
    } catch (error) {
      return [{ file, state: 'bad-input', what: describeSystemError(error) }];
    }
    if (reading.state === 'not-a-transcript') return [explainRefusal(found, head, reading.why)];
    if (request.agent && reading.agent !== request.agent) return [{ file, state: 'passed-over' }];
    if (scanned.length > 0) counts.addFile(reading.bytes);
    return scanned;
  };
}

/** Whatever else lies in a folder is no complaint; a file that was named, or that claims to hold records, is. */
function explainRefusal({ path, isGiven }: FoundFile, head: Buffer, why: string): ScannedFile {
  const what = explainBadLines(path, head, why) ?? (isGiven ? why : null);
  return what === null ? { file: path, state: 'passed-over' } : { file: path, state: 'bad-input', what };
}

function* keepHead(chunks: Iterable<Buffer>, keep: (head: Buffer) => void): Generator<Buffer> {
  let isFirst = true;
  for (const chunk of chunks) {
    // A copy: the buffer is used again for the next piece.
    if (isFirst) keep(Buffer.from(chunk.subarray(0, 128 * 1024)));
    isFirst = false;
    yield chunk;
  }
}

function isInside(cwd: string | undefined, folder: string): boolean {
  const root = resolve(folder);
  return cwd !== undefined && (cwd === root || cwd.startsWith(root.endsWith(sep) ? root : root + sep));
}
