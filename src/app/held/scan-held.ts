import { resolve } from 'node:path';
import { readEntireTranscript } from '../../sources/entire/checkpoints/read-entire-transcript.ts';
import { isRepository } from '../../sources/git/find-git-folder.ts';
import { createScanCounts, type ScanCount } from '../create-scan-counts.ts';
import { createFileScanner, type ScanAim, type ScannedFile } from '../scan-file.ts';
import { listHeldTranscripts } from './list-held-transcripts.ts';

/**
 * Yields the sessions that a repository holds in git's objects, one in memory at a time. They worked in it wherever it stood
 * then, so their folder is not asked.
 * @param seen the agents' own ids of sessions that were read from files: a session is scanned once
 */
export async function* scanHeld(folder: string, aim: ScanAim, seen: ReadonlySet<string>): AsyncGenerator<ScannedFile, ScanCount[]> {
  const root = resolve(folder);
  if (!isRepository(root)) return [];
  const listed = await listHeldTranscripts(root);
  if (!listed.ok) {
    yield { file: root, state: 'bad-input', what: listed.problem.what };
    return [];
  }
  const counts = createScanCounts();
  const scan = createFileScanner({ ...aim, repository: undefined }, counts);
  for (const { path, gitFolder, session, bytes } of listed.value) {
    if (seen.has(session.nativeId)) continue;
    const transcript = await readEntireTranscript(gitFolder, session);
    if (transcript.ok) yield* scan({ path, bytes: bytes ?? 0, changedAt: 0, inode: 0, isGiven: true, chunks: transcript.value.chunks });
    else yield { file: path, state: 'bad-input', what: transcript.problem.what };
  }
  return [counts.toCount()];
}
