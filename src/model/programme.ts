import { z } from 'zod';
import { activityIdSchema } from './activity.ts';

const instant = z.iso.datetime();

/** What has to be in writing before a year can start. */
export const startPlanSchema = z.object({
  goal: z.string().trim(),
  /** Who in the organisation answers for the programme. */
  owner: z.string().trim(),
  /** Where everybody can read what is recorded and who sees it. */
  policyUrl: z.string().trim(),
  protectedHoursAWeek: z.number().min(0).max(40),
  /** Who agreed to the protected time: both people and the lead must. */
  agreedBy: z.array(z.string()),
  firstMeetingAt: instant.nullable(),
});

export const programmeStateSchema = z.enum(['planned', 'running', 'paused', 'completed', 'ended']);

export const pauseSchema = z.object({ from: instant, to: instant.nullable(), why: z.string() });
export type Pause = z.infer<typeof pauseSchema>;

/** What the leaving preceptor writes for the next one, and the preceptee has read and agreed to. */
export const handOverSchema = z.object({
  from: z.string().min(1),
  to: z.string().min(1),
  summary: z.string().trim(),
  focus: z.string().trim(),
  openProjects: z.array(z.string()),
  agreedByPreceptee: z.boolean(),
  at: instant,
});
export type HandOver = z.infer<typeof handOverSchema>;

/** One pair's year. */
export const programmeSchema = z.object({
  preceptee: z.string().min(1),
  preceptor: z.string().min(1),
  lead: z.string().min(1),
  startsAt: instant,
  /** 12 by default, longer allowed. */
  months: z.number().int().min(12).max(36),
  state: programmeStateSchema,
  plan: startPlanSchema,
  pauses: z.array(pauseSchema),
  handOvers: z.array(handOverSchema),
  completedAt: instant.nullable(),
});
export type Programme = z.infer<typeof programmeSchema>;

/** A day of the year on which something is due. */
export const milestoneSchema = z.object({
  kind: z.enum(['first meeting', 'review', 'midpoint', 'survey', 'unaided form', 'completion']),
  month: z.number().int(),
  at: instant,
});
export type Milestone = z.infer<typeof milestoneSchema>;

/** What somebody says about themselves before pairs are suggested. */
export const matchProfileSchema = z.object({
  person: z.string().min(1),
  areas: z.array(z.string()),
  activities: z.array(activityIdSchema),
  /** Minutes ahead of UTC, and the hours they work there. */
  utcOffset: z.number().int().min(-720).max(840),
  from: z.number().min(0).max(24),
  to: z.number().min(0).max(24),
  /** Whom they would like, and whom not; only read here, never shown to anybody else. */
  wishes: z.array(z.string()),
  declines: z.array(z.string()),
});
export type MatchProfile = z.infer<typeof matchProfileSchema>;
