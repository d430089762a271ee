import { checkBadge, type CheckedBadge } from '../../credentials/badge/check-badge.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { parseGivenJson, readGivenFile } from '../read-given-file.ts';

export type { CheckedBadge };

/** A credential with all evidence a year can bring has some 50 kB. */
const MAX_BYTES = 1024 * 1024;

export interface VerifyRequest {
  readonly folder: string;
  readonly file: string;
  /** A copy of the issuer's list of reversals. */
  readonly status: string | null;
  readonly issuer: string | null;
  readonly now: Date;
}

/** Checks a credential from files alone: nothing is fetched, and nobody learns of it. */
export async function verifyCredential({ folder, file, status, issuer, now }: VerifyRequest): Promise<Result<CheckedBadge, Problem>> {
  const given = readJson(folder, file);
  if (!given.ok) return given;
  const statusList = status === null ? ok(null) : readJson(folder, status);
  if (!statusList.ok) return statusList;
  return ok(await checkBadge(given.value, { now, statusList: statusList.value, issuer }));
}

function readJson(folder: string, name: string): Result<unknown, Problem> {
  const text = readGivenFile(folder, name, MAX_BYTES);
  return text.ok ? parseGivenJson(name, text.value) : text;
}
