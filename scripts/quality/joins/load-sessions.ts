/** Sessions that a repository's checkpoints hold, for the measurement, found and read as an import does. */
import { createSessionWritingCollector } from '../../../src/app/origins/create-session-writing-collector.ts';
import { describeProblem } from '../../../src/model/problem.ts';
import type { Session } from '../../../src/model/session.ts';
import type { SessionWritings } from '../../../src/origins/writings/writing.ts';
import { findEntireSessions } from '../../../src/sources/entire/checkpoints/find-entire-sessions.ts';
import { readEntireTranscript } from '../../../src/sources/entire/checkpoints/read-entire-transcript.ts';
import { readTranscript } from '../../../src/sources/read-transcript.ts';

export interface LoadedSession {
  readonly nativeId: string;
  readonly session: Session;
  readonly written: SessionWritings;
}

export interface LoadedSessions {
  readonly sessions: readonly LoadedSession[];
  /** Sessions a checkpoint names. */
  readonly sessionsByCheckpoint: ReadonlyMap<string, readonly string[]>;
  /** Files that Entire saw the sessions of a checkpoint change; none where it noted none. */
  readonly filesByCheckpoint: ReadonlyMap<string, ReadonlySet<string>>;
  /** Sessions named whose transcript is not here or is in a format not read. */
  readonly unreadable: ReadonlySet<string>;
}

export async function loadSessions(repository: string): Promise<LoadedSessions> {
  const store = await findEntireSessions(repository);
  if (!store.ok) throw new Error(describeProblem(store.problem));
  const sessions: LoadedSession[] = [];
  const unreadable = new Set<string>();
  for (const held of store.value.sessions) {
    const { nativeId } = held;
    const transcript = await readEntireTranscript(repository, held);
    const collector = createSessionWritingCollector();
    const reading = transcript.ok ? readTranscript(transcript.value.name, transcript.value.chunks, (event) => collector.add(event)) : undefined;
    const session = reading?.state === 'read' ? reading.sessions[0]?.session : undefined;
    if (session) sessions.push({ nativeId, session, written: collector.finish(session.cwd) });
    else unreadable.add(nativeId);
  }
  const filesByCheckpoint = new Map<string, Set<string>>();
  for (const { checkpoint, filesTouched } of store.value.sessions.flatMap(({ checkpoints }) => checkpoints))
    filesByCheckpoint.set(checkpoint, new Set([...(filesByCheckpoint.get(checkpoint) ?? []), ...filesTouched]));
  return { sessions, sessionsByCheckpoint: store.value.nativeIdsByCheckpoint, filesByCheckpoint, unreadable };
}

/**
 * Of some lines, how many stand in some stored transcript, whatever holds them there: an edit, a command, a file read, something
 * printed. Asked of the bytes alone, so that what Rounds does not read counts, too.
 */
export async function countStanding(repository: string, lines: readonly string[]): Promise<number> {
  const store = await findEntireSessions(repository);
  if (!store.ok) throw new Error(describeProblem(store.problem));
  const left = new Map<string, number>();
  for (const line of lines) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
  let standing = 0;
  for (const held of store.value.sessions) {
    const transcript = await readEntireTranscript(repository, held);
    const text = transcript.ok ? Buffer.concat(transcript.value.chunks).toString('utf8') : '';
    for (const [line, count] of left) {
      // A command's text is JSON within JSON.
      const once = JSON.stringify(line).slice(1, -1);
      if (!text.includes(once) && !text.includes(JSON.stringify(once).slice(1, -1))) continue;
      standing += count;
      left.delete(line);
    }
  }
  return standing;
}
