import { z } from 'zod';
import { caseSchema } from '../../case.ts';
import { roundIdSchema, roundStateSchema } from '../../round.ts';
import { caseIdSchema, pairIdSchema, personIdSchema } from '../../team/ids.ts';
import { sharedComparisonSchema } from '../../team/shared-comparison.ts';
import { sharedDeconstructionSchema } from '../../team/shared-deconstruction.ts';
import { caseKindSchema } from '../../team/team-round.ts';

/** A case as anyone it is shared with may see it before any reveal. */
export const caseViewSchema = z.object({
  id: caseIdSchema,
  kind: caseKindSchema,
  owner: personIdSchema,
  pair: pairIdSchema,
  /** Null once forgotten, and in a case of another kind than a moment. */
  content: caseSchema.nullable(),
  comparison: sharedComparisonSchema.optional(),
  deconstruction: sharedDeconstructionSchema.optional(),
  hasTree: z.boolean(),
  treeHash: z.string().nullable(),
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
  forgottenAt: z.string().nullable(),
  /** Mine of this case. */
  rounds: z.array(z.object({ id: roundIdSchema, state: roundStateSchema })),
});
export type CaseView = z.infer<typeof caseViewSchema>;

export const caseListSchema = z.object({
  cases: z.array(
    caseViewSchema.omit({ content: true, comparison: true, deconstruction: true, hasTree: true, treeHash: true }).extend({ question: z.string().nullable() }),
  ),
});
export type CaseList = z.infer<typeof caseListSchema>;
