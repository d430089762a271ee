/** Contract of the team server for sharing: POST /api/team/cases, POST /api/team/cases/:id/forget, POST /api/team/cases/:id/publish. */
import { z } from 'zod';
import { caseIdSchema } from '../../team/ids.ts';
import { sha256Schema } from '../../team/tree-archive.ts';

/** The answer to a share, and to the same one sent again. */
export const sharedCaseSchema = z.object({ id: caseIdSchema, digest: sha256Schema, at: z.string() });
export type SharedCase = z.infer<typeof sharedCaseSchema>;

export const caseParamSchema = z.object({ id: caseIdSchema });
