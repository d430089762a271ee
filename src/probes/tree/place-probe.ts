import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { isSafePath } from '../../model/team/tree-archive.ts';

/** Puts the probe's file into an exported tree. It adds a file and changes none: a changed one would no longer be the agent's code. */
export function placeProbe(tree: string, { path, code }: { readonly path: string; readonly code: string }): Result<null, Problem> {
  if (!isSafePath(path))
    return failed(problem('bad-input', 'The probe’s file cannot be called that.', { why: `${path} could lead out of the tree on some system.` }));
  const file = join(tree, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code, { flag: 'wx', mode: 0o644 });
    return ok(null);
  } catch (error) {
    const { code: name } = error as NodeJS.ErrnoException;
    if (name !== 'EEXIST' && name !== 'ENOTDIR' && name !== 'EISDIR') throw error;
    return failed(
      problem('conflict', 'There is a file already where the probe would be.', {
        why: `${path} belongs to the code of the case.`,
        next: 'Give the probe another name, or propose a patch.',
      }),
    );
  }
}
