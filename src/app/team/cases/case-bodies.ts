/** What a shared case holds, and how it is read back: everything encrypted with the key of the case. */
import { z } from 'zod';
import { caseSchema, outcomeSchema, type Case, type Outcome } from '../../../model/case.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CaseId } from '../../../model/team/ids.ts';
import { comparisonTruthSchema, sharedComparisonSchema, type ComparisonTruth, type SharedComparison } from '../../../model/team/shared-comparison.ts';
import {
  deconstructionTruthSchema,
  sharedDeconstructionSchema,
  type DeconstructionTruth,
  type SharedDeconstruction,
} from '../../../model/team/shared-deconstruction.ts';
import type { CaseKind } from '../../../model/team/team-round.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { readWithheld, type StoredCase } from '../../../store/cases.ts';
import type { SharedApp } from '../team-app.ts';

export type CasePart = 'content' | 'tree' | 'outcome' | 'fix' | 'probe' | 'result' | 'output';

export const toCaseKey = (id: CaseId): string => `case-${id}`;
export const toAbout = (id: string, part: CasePart): string => `${part} of ${id}`;

const CONTENT_SCHEMAS = {
  moment: z.object({ case: caseSchema }),
  comparison: z.object({ comparison: sharedComparisonSchema }),
  deconstruction: z.object({ deconstruction: sharedDeconstructionSchema }),
} as const;

/** What a case shows, by its kind: one of these at most, none once forgotten. */
export interface CaseContent {
  readonly case?: Case;
  readonly comparison?: SharedComparison;
  readonly deconstruction?: SharedDeconstruction;
}

const WITHHELD_SCHEMAS = { moment: outcomeSchema, comparison: comparisonTruthSchema, deconstruction: deconstructionTruthSchema } as const;

/** What is withheld, by the kind of the case. */
export interface CaseTruth {
  readonly moment?: Outcome;
  readonly comparison?: ComparisonTruth;
  readonly deconstruction?: DeconstructionTruth;
}

type Known = keyof typeof CONTENT_SCHEMAS;
const isKnown = (kind: CaseKind): kind is Known => kind in CONTENT_SCHEMAS;

/** The case as everyone it was shared with may see it. */
export async function readContent(
  { keys }: Pick<SharedApp, 'keys'>,
  stored: Pick<StoredCase, 'id' | 'kind' | 'content' | 'forgottenAt'>,
): Promise<Result<CaseContent, Problem>> {
  if (stored.forgottenAt !== null) return ok({});
  if (!isKnown(stored.kind)) return failed(unreadable());
  const plain = await keys.decrypt(toCaseKey(stored.id), toAbout(stored.id, 'content'), stored.content);
  if (!plain.ok) return plain;
  const parsed = CONTENT_SCHEMAS[stored.kind].safeParse(JSON.parse(plain.value.toString()));
  return parsed.success ? ok(parsed.data) : failed(unreadable());
}

/** What a list calls it; null once forgotten. */
export const toQuestion = ({ case: shown, comparison, deconstruction }: CaseContent): string | null =>
  shown?.question ?? comparison?.task ?? deconstruction?.task ?? null;

/** What happened next; nothing where I may not know it yet. The database decides that, not this function. */
export async function readTruth({ keys }: Pick<SharedApp, 'keys'>, tx: Tx, { id, kind }: Pick<StoredCase, 'id' | 'kind'>): Promise<Result<CaseTruth, Problem>> {
  const body = await readWithheld(tx, id, 'outcome');
  if (!body) return ok({});
  if (!isKnown(kind)) return failed(unreadable());
  const plain = await keys.decrypt(toCaseKey(id), toAbout(id, 'outcome'), body);
  if (!plain.ok) return plain;
  const parsed = WITHHELD_SCHEMAS[kind].safeParse(JSON.parse(plain.value.toString()));
  return parsed.success ? ok({ [kind]: parsed.data }) : failed(unreadable());
}

function unreadable(): Problem {
  return problem('storage', 'This case cannot be read.', { why: 'It was shared by another version of Rounds.', next: 'Update Rounds on the team’s server.' });
}
