import { dirname } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { runGit } from '../../sources/git/run-git.ts';
import { hashFolder } from './hash-folder.ts';

/** Links lead elsewhere, and submodules are elsewhere. */
const SPECIAL = /^(?:new file mode|deleted file mode|new mode|old mode|index [0-9a-f]+\.\.[0-9a-f]+) (?:12|16)0000/m;
/** A few of these lines could fill the disk. */
const GROWING = /^(?:GIT binary patch|copy from )/m;

/**
 * Applies a unified diff to the files of an exported tree, all of it or nothing. Git itself refuses paths that lead out of the
 * folder or into `.git`. Returns the hash of the tree as it is then.
 */
export async function applyPatch(tree: string, patch: string): Promise<Result<string, Problem>> {
  if (SPECIAL.test(patch)) return failed(refusal('It makes links or submodules, which may lead out of the tree.'));
  if (GROWING.test(patch)) return failed(refusal('It holds binary files or copies, which Rounds does not apply.'));
  // Without the ceiling, a repository around the temporary folder would be the one that is patched.
  const applied = await runGit(tree, ['apply', '--whitespace=nowarn', '-'], patch.endsWith('\n') ? patch : `${patch}\n`, {
    GIT_CEILING_DIRECTORIES: dirname(tree),
  });
  if (!applied.ok) return failed(refusal(applied.problem.why ?? applied.problem.what));
  const hash = hashFolder(tree);
  return hash === null ? failed(refusal('It makes something that is no file.')) : ok(hash);
}

const refusal = (why: string): Problem =>
  problem('bad-input', 'The patch cannot be applied to the agent’s code.', { why, next: 'Make it anew against the code of the case.' });
