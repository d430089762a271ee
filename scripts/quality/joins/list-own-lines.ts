import type { Commit } from '../../../src/model/commit.ts';
import { parseBlame } from '../../../src/sources/git/blame-file.ts';
import { runGit } from '../../../src/sources/git/run-git.ts';

/**
 * Lines of a commit that are its own after it, as `rounds why` asks git: lines it only moved or indented belong to older commits.
 * Undefined where the copy lacks what git needs to tell.
 */
export async function listOwnLines(repository: string, { sha, files }: Commit): Promise<Set<string> | undefined> {
  const own = new Set<string>();
  for (const { path, hunks } of files) {
    if (hunks.every(({ added }) => added.length === 0)) continue;
    const blamed = await runGit(repository, ['blame', '--porcelain', '--no-textconv', '-w', '-M', '-C', sha, '--', path]);
    if (!blamed.ok) return undefined;
    for (const { commit, number } of parseBlame(blamed.value)) if (commit === sha) own.add(`${path}:${number}`);
  }
  return own;
}
