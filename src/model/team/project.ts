import { z } from 'zod';
import { activityIdSchema } from '../activity.ts';
import { caseIdSchema, programmeIdSchema, projectIdSchema } from './ids.ts';
import { LONGEST_GOAL, LONGEST_LEARNED, LONGEST_TITLE } from './project-tiers.ts';

/** What a small project is before it begins. */
export const projectPlanSchema = z.object({
  title: z.string().trim().min(1, 'Give it a name.').max(LONGEST_TITLE),
  learningGoal: z.string().trim().min(1, 'Say what is to be learned.').max(LONGEST_GOAL),
  /** What is deliberately not in it. */
  scopeCap: z.string().trim().min(1, 'Say what is not in it.').max(LONGEST_GOAL),
  weeks: z.number().int().min(1).max(3, 'Three weeks at most: cut it smaller.'),
  tier: z.number().int().min(1).max(4),
  /** Activities the preceptee does as their own. */
  owns: z.array(activityIdSchema).min(1, 'Name what the preceptee does as their own.').max(13),
});
export type ProjectPlan = z.infer<typeof projectPlanSchema>;

export const projectSchema = projectPlanSchema.extend({
  id: projectIdSchema,
  programme: programmeIdSchema,
  state: z.enum(['open', 'closed', 'dropped']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Of a closed one. */
  deconstruction: caseIdSchema.nullable(),
  /** What was learned, or why it was dropped. */
  words: z.string().nullable(),
});
export type Project = z.infer<typeof projectSchema>;

/** A hunk that no test minded and nobody explained. */
export const hunkLeftSchema = z.object({ id: z.string(), path: z.string(), line: z.number().int() });
export type HunkLeft = z.infer<typeof hunkLeftSchema>;
export const learnedSchema = z.string().trim().min(3, 'Say in a sentence what you learned.').max(LONGEST_LEARNED);
export const dropReasonSchema = z.string().trim().min(3, 'Say in a sentence why.').max(LONGEST_LEARNED);
