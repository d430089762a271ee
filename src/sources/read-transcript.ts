/** Reads one transcript from bytes, whatever agent wrote it. Memory does not grow with the size of the input. */
import type { AgentName } from '../model/agent.ts';
import type { SessionEvent } from '../model/event.ts';
import type { ReadSummary } from './source.ts';

export type TranscriptReading =
  | { readonly state: 'read'; readonly agent: AgentName; readonly bytes: number; readonly summary: ReadSummary }
  | { readonly state: 'not-yet-read'; readonly agent: AgentName }
  | { readonly state: 'not-a-transcript'; readonly why: string };

/**
 * @param fileName base name of the file the bytes came from
 * @param chunks the bytes, in order, in pieces of any size
 * @param onEvent called for every event, in order, as soon as it is known
 */
export declare function readTranscript(fileName: string, chunks: Iterable<Buffer>, onEvent: (event: SessionEvent, agent: AgentName) => void): TranscriptReading;
