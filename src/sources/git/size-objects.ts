import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { runGit } from './run-git.ts';

/** Bytes of each object, by id; those the repository does not have are left out. */
export async function sizeObjects(root: string, ids: readonly string[]): Promise<Result<Map<string, number>, Problem>> {
  const printed = await runGit(root, ['cat-file', '--batch-check=%(objectname) %(objectsize)'], ids.map((id) => `${id}\n`).join(''));
  if (!printed.ok) return printed;
  const lines = printed.value.split('\n').map((line) => line.split(' '));
  return ok(new Map(lines.flatMap(([id, size]) => (id && /^\d+$/.test(size ?? '') ? [[id, Number(size)]] : []))));
}
