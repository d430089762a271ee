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
  return { sessions, sessionsByCheckpoint: store.value.nativeIdsByCheckpoint, unreadable };
}
