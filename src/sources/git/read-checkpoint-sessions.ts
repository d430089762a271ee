/** Entire's checkpoints: a commit's trailer names one, its stored metadata names the sessions. */
import { z } from 'zod';
import type { CommitTrailer } from '../../model/commit.ts';
import { runGit } from './run-git.ts';

const TRAILER = 'Entire-Checkpoint';
const PLACES = ['refs/heads/entire/checkpoints/v1', 'refs/remotes/origin/entire/checkpoints/v1', 'refs/entire/checkpoints/v2/main'];
const metadataSchema = z.object({ session_id: z.string() });
/** More sessions than one checkpoint was ever seen to have. */
const MOST_SESSIONS = 20;

export const listCheckpoints = (trailers: readonly CommitTrailer[]): string[] =>
  trailers.flatMap(({ name, value }) => (name === TRAILER && /^[0-9a-f]{12}$/.test(value) ? [value] : []));

/** The agents' own ids of the sessions a checkpoint holds; none where it is not stored here. */
export async function readCheckpointSessions(root: string, checkpoint: string): Promise<string[]> {
  const folder = `${checkpoint.slice(0, 2)}/${checkpoint.slice(2)}`;
  for (const place of PLACES) {
    const listed = await runGit(root, ['ls-tree', '-r', '--name-only', '-z', place, '--', `${folder}/`]);
    const files = listed.ok ? listed.value.split('\0').filter((file) => /\/\d+\/metadata\.json$/.test(file)) : [];
    const texts = await Promise.all(files.slice(0, MOST_SESSIONS).map((file) => runGit(root, ['cat-file', 'blob', `${place}:${file}`])));
    const ids = texts.flatMap((text) => (text.ok ? parseMetadata(text.value) : []));
    if (ids.length > 0) return ids;
  }
  return [];
}

function parseMetadata(text: string): string[] {
  try {
    const metadata = metadataSchema.safeParse(JSON.parse(text));
    return metadata.success ? [metadata.data.session_id] : [];
  } catch {
    return []; // written by another program; the other sessions stand
  }
}
