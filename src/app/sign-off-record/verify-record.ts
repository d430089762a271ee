import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { signOffExportSchema, type SignOffExport } from '../../model/api/team/sign-offs.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { checkRecord, type RecordCheck } from '../../programme/sign-off/check-record.ts';
import { describeSystemError } from '../../sources/find-transcripts.ts';

/** Hundreds of sign-offs are far less. */
const MAX_BYTES = 16 * 1024 * 1024;

export interface CheckedRecord {
  readonly record: SignOffExport;
  readonly check: RecordCheck;
}

interface Asked {
  readonly folder: string;
  readonly file: string;
  /** One that was its last hash earlier; null where none was kept. */
  readonly lastHash: string | null;
}

/** Checks an exported record from its file alone, without a network. `bad-input` where the file is none. */
export function verifyRecord({ folder, file, lastHash }: Asked): Result<CheckedRecord, Problem> {
  if (lastHash !== null && !/^[0-9a-f]{64}$/.test(lastHash))
    return failed(problem('bad-input', 'A last hash is 64 digits and letters from a to f.', { next: 'Copy all of it.' }));
  try {
    const path = resolve(folder, file);
    if (statSync(path).size > MAX_BYTES) return failed(noRecord(file, 'It is too large.'));
    const parsed = signOffExportSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (!parsed.success) return failed(noRecord(file, `In ${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.message ?? ''}.`));
    return ok({ record: parsed.data, check: checkRecord(parsed.data.records, lastHash) });
  } catch (error) {
    return failed(
      error instanceof SyntaxError ? noRecord(file, 'It is no JSON.') : problem('bad-input', `${file} cannot be read.`, { why: describeSystemError(error) }),
    );
  }
}

const noRecord = (file: string, why: string): Problem =>
  problem('bad-input', `${file} is no record of sign-offs.`, { why, next: 'Download it on the page Sign-offs and leave it as it is.' });
