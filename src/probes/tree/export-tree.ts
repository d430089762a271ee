/**
 * Writes a commit's tree into a folder of its own, with nothing of `.git`: an index of its own is filled from the commit and
 * checked out, so that neither the person's index nor their work tree is touched and no file is left out by an export attribute.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { runGit } from '../../sources/git/run-git.ts';

export interface ExportedTree {
  readonly folder: string;
  /** The commit's tree, by git's content hash; the folder was compared with it file by file. */
  readonly tree: string;
  /** Folders of submodules, which are empty. */
  readonly submodules: readonly string[];
  readonly remove: () => void;
}

/** @param commit anything git calls a commit */
export async function exportTree(root: string, commit: string): Promise<Result<ExportedTree, Problem>> {
  const found = await runGit(root, ['rev-parse', '--verify', '--end-of-options', `${commit}^{tree}`]);
  if (!found.ok) return failed(problem('not-found', `There is no commit ${commit} in ${root}.`));
  const tree = found.value.trim();
  const parent = mkdtempSync(join(tmpdir(), 'rounds-tree-'));
  const remove = (): void => rmSync(parent, { recursive: true, force: true });
  const folder = join(parent, 'tree');
  const own = { GIT_INDEX_FILE: join(parent, 'index') };
  const steps: readonly (readonly string[])[] = [
    ['read-tree', tree],
    ['checkout-index', '--all', '--force', `--prefix=${folder}/`],
  ];
  for (const step of steps) {
    const done = await runGit(root, step, undefined, own);
    if (done.ok) continue;
    remove();
    return done;
  }
  // What lies in the folder now, written down as a tree, must be the tree that was asked for.
  const files = { GIT_INDEX_FILE: own.GIT_INDEX_FILE, GIT_WORK_TREE: folder };
  // Reads every file again; what differs makes it complain, and is named by the next command.
  await runGit(root, ['update-index', '-q', '--refresh'], undefined, files);
  const changed = await runGit(root, ['diff-files', '--name-only', '-z'], undefined, files);
  const listed = await runGit(root, ['ls-files', '--stage', '-z'], undefined, own);
  if (!changed.ok || !listed.ok || changed.value !== '') {
    remove();
    const [first] = changed.ok ? changed.value.split('\0') : [];
    return failed(problem('bad-input', `The tree of ${commit} could not be written as it is${first ? `: ${first} came out differently` : ''}.`));
  }
  const submodules = listed.value.split('\0').flatMap((entry) => /^160000 [0-9a-f]+ \d\t([\s\S]+)$/.exec(entry)?.[1] ?? []);
  return ok({ folder, tree, submodules, remove });
}
