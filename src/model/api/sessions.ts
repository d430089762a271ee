import { z } from 'zod';
import { agentNameSchema } from '../agent.ts';
import { eventSchema } from '../event.ts';
import { momentIdSchema } from '../moment.ts';
import { sessionIdSchema, sessionSchema } from '../session.ts';

export const sessionCountsSchema = z.object({
  events: z.number().int(),
  prompts: z.number().int(),
  edits: z.number().int(),
  editsSurviving: z.number().int(),
  runs: z.number().int(),
  runsRed: z.number().int(),
  commits: z.number().int(),
  moments: z.number().int(),
});
export type SessionCounts = z.infer<typeof sessionCountsSchema>;

export const sessionRowSchema = z.object({
  id: sessionIdSchema,
  agent: agentNameSchema,
  title: z.string(),
  repository: z.string().nullable(),
  branch: z.string().nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  counts: sessionCountsSchema,
  /** The session's shape: events in 24 equal slices of its time. */
  spark: z.array(z.number().int()).max(24),
  subSessions: z.number().int(),
});
export type SessionRow = z.infer<typeof sessionRowSchema>;

export const sessionListQuerySchema = z.object({
  agent: agentNameSchema.optional(),
  repository: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Words looked for in titles and in the person's prompts. */
  query: z.string().max(200).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type SessionListQuery = z.infer<typeof sessionListQuerySchema>;

export const sessionListSchema = z.object({
  sessions: z.array(sessionRowSchema),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
  agents: z.array(agentNameSchema),
  repositories: z.array(z.string()),
});
export type SessionList = z.infer<typeof sessionListSchema>;

/** One mark on a lane. `from` and `to` are milliseconds since the session's start. */
export const laneMarkSchema = z.object({ seq: z.number().int(), from: z.number(), to: z.number(), red: z.boolean().optional(), label: z.string() });
export type LaneMark = z.infer<typeof laneMarkSchema>;

export const sessionDetailSchema = z.object({
  session: sessionSchema,
  title: z.string(),
  repository: z.string().nullable(),
  counts: sessionCountsSchema,
  durationMs: z.number(),
  lanes: z.object({
    you: z.array(laneMarkSchema),
    agent: z.array(laneMarkSchema),
    edits: z.array(laneMarkSchema),
    runs: z.array(laneMarkSchema),
    commits: z.array(laneMarkSchema),
  }),
  /** Pins carry the neutral question only. `seq` is that of the decision. */
  pins: z.array(z.object({ moment: momentIdSchema, seq: z.number().int(), at: z.number(), question: z.string(), judged: z.boolean() })),
  subSessions: z.array(z.object({ id: sessionIdSchema, title: z.string(), events: z.number().int() })),
  eventsTotal: z.number().int(),
  unknownRecords: z.record(z.string(), z.number().int()),
});
export type SessionDetail = z.infer<typeof sessionDetailSchema>;

/** What the facts know about one event, for the transcript: a run's class and colour, an edit's fate, a claim. */
export const eventFactSchema = z.object({
  run: z
    .object({
      class: z.string(),
      status: z.string(),
      exitCode: z.number().int().nullable(),
      durationMs: z.number().nullable(),
      sameFailureAsBefore: z.number().int(),
    })
    .optional(),
  edit: z
    .object({
      role: z.string(),
      fate: z.string(),
      promptSeq: z.number().int().nullable(),
      nextRunSeq: z.number().int().nullable(),
      commitSeq: z.number().int().nullable(),
    })
    .optional(),
  claims: z.array(z.string()).optional(),
});
export type EventFact = z.infer<typeof eventFactSchema>;

export const eventPageSchema = z.object({
  events: z.array(eventSchema),
  facts: z.record(z.string(), eventFactSchema),
  from: z.number().int(),
  total: z.number().int(),
});
export type EventPage = z.infer<typeof eventPageSchema>;
