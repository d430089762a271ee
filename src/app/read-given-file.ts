import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { describeSystemError } from '../sources/find-transcripts.ts';

/** A file of somebody else's: as text, and only so much of it as such a file can sensibly be. */
export function readGivenFile(folder: string, name: string, maxBytes: number): Result<string, Problem> {
  const file = resolve(folder, name);
  try {
    const { size } = statSync(file);
    if (size > maxBytes) return failed(problem('bad-input', `${name} is too big.`, { why: `It has ${size} bytes; at most ${maxBytes} are read.` }));
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
  } catch (error) {
    if (error instanceof TypeError) return failed(problem('bad-input', `${name} is no text in UTF-8.`));
    return failed(problem('bad-input', `${name} cannot be read.`, { why: describeSystemError(error) }));
  }
}

export function parseGivenJson(name: string, text: string): Result<unknown, Problem> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return failed(problem('bad-input', `${name} is no JSON.`, { why: error instanceof Error ? error.message : undefined }));
  }
}
