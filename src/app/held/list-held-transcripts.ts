/** Sessions that a repository holds in git's objects, in Entire's checkpoints: each as if it were a file. Nothing is fetched or written. */
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { findEntireSessions, type EntireSession } from '../../sources/entire/checkpoints/find-entire-sessions.ts';
import { findGitFolder } from '../../sources/git/find-git-folder.ts';
import { sizeObjects } from '../../sources/git/size-objects.ts';

export interface HeldTranscript {
  /** A name after git's way, `<repository>:<where in it>`; no file of this name is there. */
  readonly path: string;
  /** Where git keeps the repository. */
  readonly gitFolder: string;
  readonly session: EntireSession;
  /** Null where this clone leaves its objects out. */
  readonly bytes: number | null;
}

/** @param folder inside the repository. Sessions of which only metadata was kept are left out. */
export async function listHeldTranscripts(folder: string): Promise<Result<HeldTranscript[], Problem>> {
  const found = await findGitFolder(folder);
  if (!found.ok) return found;
  const gitFolder = found.value;
  const store = await findEntireSessions(gitFolder);
  if (!store.ok) return store;
  const kept = store.value.sessions.flatMap((session) => (session.transcript ? [{ session, parts: session.transcript.parts }] : []));
  const sized = kept.length > 0 ? await sizeObjects(gitFolder, [...new Set(kept.flatMap(({ parts }) => parts))]) : ok(new Map<string, number>());
  if (!sized.ok) return sized;
  return ok(
    kept.map(({ session, parts }) => ({
      path: `${gitFolder}:entire/${toName(session)}`,
      gitFolder,
      session,
      bytes: parts.every((part) => sized.value.has(part)) ? parts.reduce((sum, part) => sum + (sized.value.get(part) ?? 0), 0) : null,
    })),
  );
}

/** A sub-agent's lies in a folder of the session it worked for, as its agent keeps it. */
function toName({ nativeId, fileName }: EntireSession): string {
  const [owner = '', agent] = nativeId.split('/');
  return agent === undefined ? toOneName(fileName) : `${toOneName(owner)}/${toOneName(fileName)}`;
}

/** Names come from the repository: each must stay one. */
const toOneName = (name: string): string => name.replaceAll(/[/\\\p{Cc}]/gu, '_');
