import { z } from 'zod';
import { roundIdSchema } from '../../round.ts';
import { caseIdSchema, programmeIdSchema } from '../../team/ids.ts';
import { dropReasonSchema, hunkLeftSchema, learnedSchema, projectPlanSchema, projectSchema } from '../../team/project.ts';

export const projectQuerySchema = z.object({ programme: programmeIdSchema });
/** `suggested`: of which tier the next may be, from what was closed. */
export const projectListSchema = z.object({
  projects: z.array(projectSchema),
  suggested: z.object({ tier: z.number().int(), why: z.string() }),
});
export type ProjectList = z.infer<typeof projectListSchema>;

export const makeProjectSchema = projectPlanSchema.extend({ programme: programmeIdSchema });
export type MakeProject = z.infer<typeof makeProjectSchema>;
export const dropProjectSchema = z.object({ why: dropReasonSchema });
export const closeProjectSchema = z.object({ case: caseIdSchema, learned: learnedSchema });
export type CloseProject = z.infer<typeof closeProjectSchema>;

/** A deconstruction of the two, and what it lacks to close a project. */
export const projectDeconstructionSchema = z.object({
  case: caseIdSchema,
  /** Their revealed round, or the one that is open. */
  round: roundIdSchema.nullable(),
  task: z.string(),
  createdAt: z.string(),
  /** Null where it fits. */
  lacks: z.string().nullable(),
  left: z.array(hunkLeftSchema),
});
export type ProjectDeconstruction = z.infer<typeof projectDeconstructionSchema>;
export const projectDeconstructionsSchema = z.object({ deconstructions: z.array(projectDeconstructionSchema) });
export type ProjectDeconstructions = z.infer<typeof projectDeconstructionsSchema>;
