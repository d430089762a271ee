/** Sessions of a repository for the measurement: from its checkpoint branch, and from a folder of transcripts for those whose blobs are not there. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createSessionWritingCollector } from '../../../src/app/origins/create-session-writing-collector.ts';
import type { Session } from '../../../src/model/session.ts';
import type { SessionWritings } from '../../../src/origins/writings/writing.ts';
import { runGit } from '../../../src/sources/git/run-git.ts';
import { readTranscript } from '../../../src/sources/read-transcript.ts';

const BRANCH = 'refs/heads/entire/checkpoints/v1';

export interface LoadedSession {
  readonly nativeId: string;
  readonly session: Session;
  readonly written: SessionWritings;
}

export interface LoadedSessions {
  readonly sessions: readonly LoadedSession[];
  /** Sessions a checkpoint names. */
  readonly sessionsByCheckpoint: ReadonlyMap<string, ReadonlySet<string>>;
  /** Sessions named whose transcript is not here or is in a format not read. */
  readonly unreadable: ReadonlySet<string>;
}

export async function loadSessions(repository: string, folder: string | undefined): Promise<LoadedSessions> {
  const listed = await runGit(repository, ['ls-tree', '-r', '-z', '--name-only', BRANCH]);
  if (!listed.ok) throw new Error(`${repository} has no checkpoints: ${listed.problem.what}`);
  const files = new Set(listed.value.split('\0'));
  const sessionsByCheckpoint = new Map<string, Set<string>>();
  const transcriptsById = new Map<string, Buffer>();
  const keepLongest = (id: string, bytes: Buffer): void => {
    if ((transcriptsById.get(id)?.length ?? -1) < bytes.length) transcriptsById.set(id, bytes);
  };
  for (const file of files) {
    const [, head, tail] = /^([0-9a-f]{2})\/([0-9a-f]{10})\/\d+\/metadata\.json$/.exec(file) ?? [];
    if (head === undefined) continue;
    const metadata = await runGit(repository, ['cat-file', 'blob', `${BRANCH}:${file}`]);
    if (!metadata.ok) continue;
    const id = String((JSON.parse(metadata.value) as { session_id?: unknown }).session_id);
    const checkpoint = `${head}${tail}`;
    sessionsByCheckpoint.set(checkpoint, (sessionsByCheckpoint.get(checkpoint) ?? new Set()).add(id));
    const transcript = await runGit(repository, ['cat-file', 'blob', `${BRANCH}:${file.replace('metadata.json', 'full.jsonl')}`]);
    if (transcript.ok) keepLongest(id, Buffer.from(transcript.value));
  }
  if (folder !== undefined) for (const name of readdirSync(folder)) keepLongest(basename(name, '.jsonl'), readFileSync(join(folder, name)));

  const sessions: LoadedSession[] = [];
  for (const [nativeId, bytes] of transcriptsById) {
    const collector = createSessionWritingCollector();
    const reading = readTranscript(`${nativeId}.jsonl`, [bytes], (event) => collector.add(event));
    const session = reading.state === 'read' ? reading.sessions[0]?.session : undefined;
    if (session) sessions.push({ nativeId, session, written: collector.finish(session.cwd) });
  }
  const readable = new Set(sessions.map(({ nativeId }) => nativeId));
  return {
    sessions,
    sessionsByCheckpoint,
    unreadable: new Set([...sessionsByCheckpoint.values()].flatMap((ids) => [...ids]).filter((id) => !readable.has(id))),
  };
}
