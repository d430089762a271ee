import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { runGit } from './run-git.ts';

/** Whether a folder is the root of a work tree or a bare repository; costs no process. */
export const isRepository = (folder: string): boolean =>
  existsSync(join(folder, '.git')) || (existsSync(join(folder, 'HEAD')) && existsSync(join(folder, 'objects')));

/** Where git keeps a repository's objects and refs: the same for all its work trees. */
export async function findGitFolder(folder: string): Promise<Result<string, Problem>> {
  const printed = await runGit(folder, ['rev-parse', '--path-format=absolute', '--git-common-dir']);
  return printed.ok ? ok(printed.value.trim()) : printed;
}
