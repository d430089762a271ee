/**
 * One folder that is moved from commit to commit: only files that differ are written, and what was changed in it since is put back.
 * Its index is its own, so that neither the person's index nor their work tree is touched.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { runGit } from '../../sources/git/run-git.ts';

export interface MovingTree {
  /** The folder, with the commit's files and nothing else in it. */
  readonly moveTo: (commit: string) => Promise<Result<string, Problem>>;
  readonly remove: () => void;
}

export function createMovingTree(root: string): MovingTree {
  let parent: string | null = null;
  const remove = (): void => {
    if (parent !== null) rmSync(parent, { recursive: true, force: true });
    parent = null;
  };
  async function write(commit: string, own: string): Promise<Result<string, Problem>> {
    const folder = join(own, 'tree');
    mkdirSync(folder, { recursive: true });
    const variables = { GIT_INDEX_FILE: join(own, 'index'), GIT_WORK_TREE: folder };
    const moved = await runGit(root, ['read-tree', '--reset', '-u', '--no-sparse-checkout', `${commit}^{tree}`], undefined, variables);
    if (!moved.ok) return moved;
    const changed = await runGit(root, ['diff-files', '--name-only', '-z'], undefined, variables);
    if (!changed.ok) return changed;
    return changed.value === '' ? ok(folder) : failed(problem('bad-input', `The tree of ${commit} could not be written as it is.`));
  }
  return {
    async moveTo(commit) {
      parent ??= mkdtempSync(join(tmpdir(), 'rounds-tree-'));
      const written = await write(commit, parent);
      // What it left half written is no ground for the next.
      if (!written.ok) remove();
      return written;
    },
    remove,
  };
}
