import { readFileSync, statSync } from 'node:fs';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { describeSystemError } from '../../sources/find-transcripts.ts';
import type { TutorSettings } from '../../tutor/tutor-settings.ts';
import type { Environment } from '../environment.ts';

const READ_BY_OTHERS = 0o077;

/** The key, read when it is needed and kept nowhere; null where none is set. No problem repeats any of it. */
export function loadKey({ keyVariable, keyFile }: Pick<TutorSettings, 'keyVariable' | 'keyFile'>, environment: Environment): Result<string | null, Problem> {
  const fromVariable = environment.variables[keyVariable];
  if (fromVariable) return checkKey(fromVariable, `the variable ${keyVariable}`);
  if (keyFile === undefined) return ok(null);
  try {
    if (environment.platform !== 'win32' && (statSync(keyFile).mode & READ_BY_OTHERS) !== 0)
      return failed(problem('not-allowed', `${keyFile} can be read by others on this machine.`, { next: 'Take that away: chmod 600.' }));
    return checkKey(readFileSync(keyFile, 'utf8'), keyFile);
  } catch (error) {
    return failed(problem('bad-input', `The key in ${keyFile} cannot be read.`, { why: describeSystemError(error) }));
  }
}

function checkKey(text: string, place: string): Result<string, Problem> {
  const key = text.trim();
  return /^[\x21-\x7e]+$/.test(key)
    ? ok(key)
    : failed(problem('bad-input', `What stands in ${place} is no key.`, { why: 'A key is one word of plain characters.' }));
}
