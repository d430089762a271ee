/** Entire's checkpoints: a commit's trailer names one, its stored metadata names the sessions. */
import type { CommitTrailer } from '../../model/commit.ts';
import { parseCheckpointMetadata } from '../entire/checkpoints/checkpoint-metadata.ts';
import { runGit } from './run-git.ts';

const TRAILER = 'Entire-Checkpoint';
const PLACES = ['refs/heads/entire/checkpoints/v1', 'refs/remotes/origin/entire/checkpoints/v1', 'refs/entire/checkpoints/v2/main'];
/** 12 hex digits, or (2026) a ULID. */
const ID = /^(?:[0-9a-f]{12}|[0-9A-HJKMNP-TV-Z]{26})$/;
/** More sessions than one checkpoint was ever seen to have. */
const MOST_SESSIONS = 20;

export const listCheckpoints = (trailers: readonly CommitTrailer[]): string[] =>
  trailers.flatMap(({ name, value }) => (name === TRAILER && ID.test(value) ? [value] : []));

/** The agents' own ids of the sessions a checkpoint holds; none where it is not stored here. */
export async function readCheckpointSessions(root: string, checkpoint: string): Promise<string[]> {
  const folder = `${checkpoint.slice(0, 2)}/${checkpoint.slice(2)}/`;
  const own = `refs/entire/checkpoints/${checkpoint.slice(-2)}/${checkpoint}`;
  for (const place of [...PLACES, own]) {
    const listed = await runGit(root, ['ls-tree', '-r', '--name-only', '-z', place, ...(place === own ? [] : ['--', folder])]);
    const files = listed.ok ? listed.value.split('\0').filter((file) => /(?:^|\/)\d+\/metadata\.json$/.test(file)) : [];
    const texts = await Promise.all(files.slice(0, MOST_SESSIONS).map((file) => runGit(root, ['cat-file', 'blob', `${place}:${file}`])));
    const ids = texts.flatMap((text) => (text.ok ? (parseCheckpointMetadata(Buffer.from(text.value))?.nativeId ?? []) : []));
    if (ids.length > 0) return ids;
  }
  return [];
}
