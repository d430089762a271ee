/**
 * A source reads one agent's transcripts: it recognises them by content and turns their records into events.
 * It never writes, never executes, never follows a path it finds in a transcript.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { AgentName } from '../model/agent.ts';
import type { SessionEvent } from '../model/event.ts';
import type { Session } from '../model/session.ts';

/** One line of a JSONL transcript. `line` is 1-based; `offset` is its first byte in the file. Of a document or database: one message, and 0 for what stands before them. */
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
  /** Record kinds by name, with how often. */
  readonly knownRecords: Readonly<Record<string, number>>;
  /** Record kinds no schema knows, by name, with how often. Kept and counted, never fatal. */
  readonly unknownRecords: Readonly<Record<string, number>>;
  /** Lines that are not JSON, or known records whose shape does not fit. The first few, and how many in all. */
  readonly malformed: { readonly count: number; readonly first: readonly { readonly line: number; readonly why: string }[] };
}

export interface StoredSession {
  readonly nativeId: string;
  /** Ms since the epoch; null where the database does not say. */
  readonly changedAt: number | null;
  readonly messages: number;
}

/** How a format holds its sessions. Every form ends in lines given to a reader, so that a reader never knows where they came from. */
export type SourceForm =
  /** One record a line; a line's number is that of the file. */
  | { readonly form: 'lines' }
  /** As `lines`, and some lines open a new session: one file, several sessions, each with its own reader. */
  | { readonly form: 'sessions-in-lines'; readonly opensSession: (line: Buffer) => boolean }
  /** One document. `unpack` gives what stands before the messages as line 0 and each message as a line numbered from 1. A damaged document gives what is whole in it. `path` is for formats that spread one session over files beside it. */
  | { readonly form: 'document'; readonly unpack: (document: Buffer, path: string) => Iterable<RawLine> }
  /** An SQLite database with many sessions, opened for the source and only for reading. Numbered as a document. */
  | {
      readonly form: 'database';
      /** The database is this agent's when it has all of these tables. */
      readonly tables: readonly string[];
      readonly listSessions: (db: DatabaseSync) => readonly StoredSession[];
      readonly unpackSession: (db: DatabaseSync, nativeId: string) => Iterable<RawLine>;
    };

export interface Source {
  readonly agent: AgentName;
  /** Tells an agent's formats apart where it has several. Kept with what was imported: never rename one. */
  readonly format?: string;
  /** `lines` when absent. */
  readonly form?: SourceForm;
  /** 0 (not mine) to 1 (certainly mine), from the first bytes of the file. Never from its name. Not asked about databases. */
  readonly sniff: (head: Buffer) => number;
  /** `fileName` only helps to tell a sub-agent's transcript apart where the content does not. */
  readonly createReader: (fileName: string) => RecordReader;
}

/** What an event's `line` counts: the file's lines, or the messages of a document or database. */
export type LineUnit = 'line' | 'message';

export const toUnit = ({ form }: Source): LineUnit => (form?.form === 'document' || form?.form === 'database' ? 'message' : 'line');

export const toFormatName = ({ agent, format }: Source): string => (format ? `${agent}/${format}` : agent);
