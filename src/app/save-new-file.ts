import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { describeSystemError } from '../sources/find-transcripts.ts';

export interface NewFile {
  readonly folder: string;
  /** As it was given: within the folder, or a whole path. */
  readonly name: string;
  readonly text: string;
  /** Writes over a file that is there. */
  readonly force: boolean;
}

/** Writes a file that only its owner can read, and returns its whole path. One that is there stays, unless it is to be written over. */
export function saveNewFile({ folder, name, text, force }: NewFile): Result<string, Problem> {
  const file = resolve(folder, name);
  try {
    writeFileSync(file, text, { flag: force ? 'w' : 'wx', mode: 0o600 });
    return ok(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      return failed(problem('wrong-usage', `${name} is there already.`, { next: 'Choose another name, or write over it with --force.' }));
    return failed(problem('bad-input', `${name} cannot be written.`, { why: describeSystemError(error) }));
  }
}
