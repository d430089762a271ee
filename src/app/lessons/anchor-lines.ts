import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { followAnchor } from '../../lessons/anchors/follow-anchor.ts';
import { makeAnchor, type NewAnchor } from '../../lessons/anchors/make-anchor.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { describeSystemError } from '../../sources/find-transcripts.ts';
import { findRepository, toRepositoryPath } from '../../sources/git/find-repository.ts';
import { readFilesAt } from '../../sources/git/read-files-at.ts';
import { nameRepository } from './name-repository.ts';

export interface LinesToAnchor {
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** An anchor for lines of a file as it is on disk. They must be committed: a lesson holds to code that others have too. */
export async function anchorLines(folder: string, { file, startLine, endLine }: LinesToAnchor): Promise<Result<NewAnchor, Problem>> {
  const place = resolve(folder, file);
  const found = await findRepository(place);
  if (!found.ok) return found;
  const { root, head } = found.value;
  const path = toRepositoryPath(root, place);
  if (path === null) return failed(problem('bad-input', 'This file lies outside its repository.', { next: 'Name it by its real path.' }));
  const [repository] = await nameRepository(found.value);
  if (head === null || repository === undefined) return failed(problem('bad-input', 'This repository has no commit yet.', { next: 'Commit the code first.' }));
  const text = readText(place, file);
  if (!text.ok) return text;
  const made = makeAnchor({ repository, commit: head, path, startLine, endLine }, text.value);
  if (!made.ok) return made;
  const committed = await readFilesAt(root, head, [path]);
  if (!committed.ok) return committed;
  const followed = followAnchor(made.value, committed.value.get(path) ?? null);
  if (followed.state !== 'holds') {
    return failed(problem('conflict', 'These lines are not committed as they are.', { next: 'Commit them, then tie the lesson to them.' }));
  }
  return ok({ ...made.value, startLine: followed.startLine, endLine: followed.endLine });
}

function readText(place: string, file: string): Result<string, Problem> {
  try {
    return ok(readFileSync(place, 'utf8'));
  } catch (error) {
    return failed(problem('not-found', `${file} cannot be read.`, { why: describeSystemError(error) }));
  }
}
