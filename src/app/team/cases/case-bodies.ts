/** What a shared case holds, and how it is read back: everything encrypted with the key of the case. */
import { z } from 'zod';
import { caseSchema, outcomeSchema, type Case, type Outcome } from '../../../model/case.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CaseId } from '../../../model/team/ids.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { readWithheld, type StoredCase } from '../../../store/cases.ts';
import type { SharedApp } from '../team-app.ts';

export type CasePart = 'content' | 'tree' | 'outcome' | 'fix' | 'probe' | 'result' | 'output';

export const toCaseKey = (id: CaseId): string => `case-${id}`;
export const toAbout = (id: string, part: CasePart): string => `${part} of ${id}`;

const contentSchema = z.object({ case: caseSchema });

/** The case as everyone it was shared with may see it; null once forgotten. */
export async function readContent({ keys }: Pick<SharedApp, 'keys'>, stored: StoredCase): Promise<Result<Case | null, Problem>> {
  if (stored.forgottenAt !== null) return ok(null);
  const plain = await keys.decrypt(toCaseKey(stored.id), toAbout(stored.id, 'content'), stored.content);
  if (!plain.ok) return plain;
  const parsed = contentSchema.safeParse(JSON.parse(plain.value.toString()));
  return parsed.success ? ok(parsed.data.case) : failed(unreadable());
}

/** What happened next; null where I may not know it yet. The database decides that, not this function. */
export async function readOutcome({ keys }: Pick<SharedApp, 'keys'>, tx: Tx, id: CaseId): Promise<Result<Outcome | null, Problem>> {
  const body = await readWithheld(tx, id, 'outcome');
  if (!body) return ok(null);
  const plain = await keys.decrypt(toCaseKey(id), toAbout(id, 'outcome'), body);
  if (!plain.ok) return plain;
  const parsed = outcomeSchema.safeParse(JSON.parse(plain.value.toString()));
  return parsed.success ? ok(parsed.data) : failed(unreadable());
}

function unreadable(): Problem {
  return problem('storage', 'This case cannot be read.', { why: 'It was shared by another version of Rounds.', next: 'Update Rounds on the team’s server.' });
}
