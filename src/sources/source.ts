/**
 * A source reads one agent's transcripts: it recognises them by content and turns their records into events.
 * It never writes, never executes, never follows a path it finds in a transcript.
 */
import type { AgentName } from '../model/agent.ts';
import type { SessionEvent } from '../model/event.ts';
import type { Session } from '../model/session.ts';

/** One line of a JSONL transcript. `line` is 1-based; `offset` is its first byte in the file. */
export interface RawLine {
  readonly line: number;
  readonly offset: number;
  readonly bytes: Buffer;
}

export interface RecordReader {
  /** Turns one line into events, in order, through `emit`. Never throws on bad content: it is counted. */
  readonly read: (line: RawLine, emit: (event: SessionEvent) => void) => void;
  /** Emits what only the end of the file settles (a call with no result), and tells what was read. */
  readonly finish: (emit: (event: SessionEvent) => void) => ReadSummary;
}

export interface ReadSummary {
  readonly session: Session;
  readonly records: number;
  readonly events: number;
  /** Record kinds no schema knows, by name, with how often. Kept and counted, never fatal. */
  readonly unknownRecords: Readonly<Record<string, number>>;
  /** Lines that are not JSON, or known records whose shape does not fit. The first few, and how many in all. */
  readonly malformed: { readonly count: number; readonly first: readonly { readonly line: number; readonly why: string }[] };
}

/** How a format holds its sessions. Every form ends in lines given to a reader, so that a reader never knows where they came from. */
export type SourceForm =
  /** One record a line; a line's number is that of the file. */
  | { readonly form: 'lines' }
  /** As `lines`, and some lines open a new session: one file, several sessions, each with its own reader. */
  | { readonly form: 'sessions-in-lines'; readonly opensSession: (line: Buffer) => boolean }
  /** One document. `unpack` gives what stands before the messages as line 0 and each message as a line numbered from 1. */
  | { readonly form: 'document'; readonly unpack: (document: Buffer) => Iterable<RawLine> }
  /** A database with many sessions, opened read-only, never written, its write-ahead log included. Numbered as a document. */
  | {
      readonly form: 'database';
      readonly listSessions: (path: string) => readonly { readonly nativeId: string; readonly changedAt: number | null; readonly messages: number }[];
      readonly unpackSession: (path: string, nativeId: string) => Iterable<RawLine>;
    };

export interface Source {
  readonly agent: AgentName;
  /** `lines` when absent. */
  readonly form?: SourceForm;
  /** 0 (not mine) to 1 (certainly mine), from the first bytes of the file. Never from its name. */
  readonly sniff: (head: Buffer) => number;
  /** `fileName` only helps to tell a sub-agent's transcript apart where the content does not. */
  readonly createReader: (fileName: string) => RecordReader;
}
