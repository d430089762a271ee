import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { runGit } from './run-git.ts';

export interface Ref {
  readonly name: string;
  readonly commit: string;
}

/** The refs that match the patterns (as of `git for-each-ref`) and point to commits, by name. */
export async function listRefs(root: string, patterns: readonly string[]): Promise<Result<Ref[], Problem>> {
  const printed = await runGit(root, ['for-each-ref', '--format=%(objecttype) %(objectname) %(refname)', ...patterns]);
  if (!printed.ok) return printed;
  const lines = printed.value.split('\n').map((line) => line.split(' '));
  return ok(lines.flatMap(([type, commit, name]) => (type === 'commit' && commit && name ? [{ name, commit }] : [])));
}
