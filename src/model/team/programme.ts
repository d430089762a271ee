import { z } from 'zod';
import { milestoneSchema, programmeStateSchema } from '../programme.ts';
import { handOverLevelSchema } from './hand-over-level.ts';
import { cohortIdSchema, pairIdSchema, programmeIdSchema } from './ids.ts';
import { personSchema } from './pair.ts';

export const PROGRAMME_PARTS = ['preceptee', 'preceptor', 'lead'] as const;

/** ahead: not yet; due: within two weeks of its day; overdue: later, and not done; passed: later, and nobody here can know whether it was done. */
export const milestoneStateSchema = z.enum(['done', 'ahead', 'due', 'overdue', 'passed']);
export const trackedMilestoneSchema = milestoneSchema.extend({ state: milestoneStateSchema });
export type TrackedMilestone = z.infer<typeof trackedMilestoneSchema>;

export const MEETING_KINDS = ['first meeting', 'check-in', 'review', 'midpoint', 'completion'] as const;
/** That two people met or mean to, and nothing of what was said. */
export const meetingFactSchema = z.object({ kind: z.enum(MEETING_KINDS), at: z.string(), heldAt: z.string().nullable() });
export type MeetingFact = z.infer<typeof meetingFactSchema>;

export const teamPauseSchema = z.object({
  from: z.string(),
  to: z.string().nullable(),
  /** Null for everybody but the two, and where no reason was given. */
  why: z.string().nullable(),
});

/** What the next preceptor has to know; read by the preceptee and by who leaves and who comes. */
const handOverNoteSchema = z.object({ summary: z.string(), focus: z.string(), openProjects: z.array(z.string()) });
export const handOverFactSchema = z.object({
  n: z.number().int(),
  from: personSchema,
  to: personSchema,
  state: z.enum(['proposed', 'done', 'withdrawn']),
  proposedAt: z.string(),
  agreedByPreceptee: z.boolean(),
  accepted: z.boolean(),
  doneAt: z.string().nullable(),
  note: handOverNoteSchema.nullable(),
  /** What the preceptee shows of their levels; none to anybody but them and who comes. */
  levels: z.array(handOverLevelSchema),
});
export type HandOverFact = z.infer<typeof handOverFactSchema>;

/** Somebody's asking me to be the next preceptor; the programme itself I do not see yet. */
export const incomingHandOverSchema = handOverFactSchema.extend({ programme: programmeIdSchema, preceptee: personSchema });
export type IncomingHandOver = z.infer<typeof incomingHandOverSchema>;

export const programmePlanSchema = z.object({
  /** What people agree to: a changed plan is another version, agreed to by nobody yet. */
  version: z.number().int(),
  goal: z.string(),
  owner: z.string(),
  policyUrl: z.string(),
  protectedHoursAWeek: z.number(),
  firstMeetingAt: z.string().nullable(),
  agreements: z.array(z.object({ person: personSchema, at: z.string() })),
});

export const PROGRAMME_ACTIONS = ['start', 'pause', 'resume', 'complete', 'end'] as const;
export const programmeActionSchema = z.enum(PROGRAMME_ACTIONS);
export type ProgrammeAction = z.infer<typeof programmeActionSchema>;

/** One pair's year as one of the two, or its lead, may see it. */
export const teamProgrammeSchema = z.object({
  id: programmeIdSchema,
  cohort: z.object({ id: cohortIdSchema, name: z.string() }),
  /** What I am in it; somebody may lead a cohort and be one of two. */
  parts: z.array(z.enum(PROGRAMME_PARTS)),
  /** Where the two share cases; null for everybody else. */
  pair: pairIdSchema.nullable(),
  area: z.string(),
  state: programmeStateSchema,
  preceptee: personSchema,
  preceptor: personSchema,
  lead: personSchema,
  startsAt: z.string(),
  months: z.number().int(),
  /** With all that it was paused. */
  endsAt: z.string(),
  plan: programmePlanSchema,
  /** What is not yet in writing, as sentences; empty once it may start, and after it did. */
  missing: z.array(z.string()),
  /** What is possible from where it stands. */
  actions: z.array(programmeActionSchema),
  milestones: z.array(trackedMilestoneSchema),
  meetings: z.array(meetingFactSchema),
  pauses: z.array(teamPauseSchema),
  handOvers: z.array(handOverFactSchema),
  completedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
});
export type TeamProgramme = z.infer<typeof teamProgrammeSchema>;
