import { z } from 'zod';
import { cohortIdSchema, personIdSchema, programmeIdSchema } from '../../team/ids.ts';
import { incomingHandOverSchema, programmeActionSchema, teamProgrammeSchema } from '../../team/programme.ts';

export const ofProgrammeSchema = z.object({ id: programmeIdSchema });
export const ofHandOverSchema = ofProgrammeSchema.extend({ n: z.coerce.number().int().min(1) });

/** Those I am one of two in, and those I lead; and who asks me to take one over. */
export const programmeListSchema = z.object({ programmes: z.array(teamProgrammeSchema), incoming: z.array(incomingHandOverSchema) });
export type ProgrammeList = z.infer<typeof programmeListSchema>;

export const makeProgrammeSchema = z.object({
  cohort: cohortIdSchema,
  preceptee: personIdSchema,
  preceptor: personIdSchema,
  area: z.string().trim().max(80).default(''),
  startsAt: z.iso.datetime(),
  months: z.number().int().min(12, 'A year at least.').max(36, 'Three years at most.').default(12),
});
export type MakeProgramme = z.infer<typeof makeProgrammeSchema>;

/** A plan may be saved unfinished: what is missing is told until it can start. */
export const savePlanSchema = z.object({
  /** The version it was made from. */
  onVersion: z.number().int().min(1),
  goal: z.string().trim().max(2000),
  owner: z.string().trim().max(200),
  policyUrl: z.string().trim().max(2000),
  protectedHoursAWeek: z.number().min(0).max(40).multipleOf(0.5, 'In half hours.'),
  firstMeetingAt: z.iso.datetime().nullable(),
});
export type SavePlan = z.infer<typeof savePlanSchema>;

/** Exactly what was read: a plan that changed meanwhile is not agreed to. */
export const agreePlanSchema = z.object({ version: z.number().int().min(1) });

export const moveProgrammeSchema = z.object({
  action: programmeActionSchema,
  /** Of a pause, for the two alone. */
  why: z.string().trim().max(500).default(''),
});

export const proposeHandOverSchema = z.object({
  to: personIdSchema,
  summary: z.string().trim().max(8000),
  focus: z.string().trim().max(2000),
  openProjects: z.array(z.string().trim().min(1).max(200)).max(20),
});
export type ProposeHandOver = z.infer<typeof proposeHandOverSchema>;

export const setCapSchema = z.object({ hoursAWeek: z.number().min(0).max(40).multipleOf(0.5, 'In half hours.') });
