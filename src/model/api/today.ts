import { z } from 'zod';
import { agentNameSchema } from '../agent.ts';
import { momentIdSchema } from '../moment.ts';
import { roundIdSchema, roundStateSchema } from '../round.ts';
import { sessionIdSchema } from '../session.ts';

/** A moment as Today and a session's timeline may show it: the question and where, never the kind, the rule or how it ended. */
export const momentCardSchema = z.object({
  id: momentIdSchema,
  session: sessionIdSchema,
  sessionTitle: z.string(),
  agent: agentNameSchema,
  repository: z.string().nullable(),
  question: z.string(),
  place: z.string(),
  at: z.string().nullable(),
  minutes: z.number().int(),
  /** Facts about the moment's surroundings up to the decision, e.g. "4 edits, 3 runs before it". */
  context: z.string(),
});
export type MomentCard = z.infer<typeof momentCardSchema>;

export const roundCardSchema = z.object({
  id: roundIdSchema,
  moment: momentIdSchema,
  question: z.string(),
  sessionTitle: z.string(),
  state: roundStateSchema,
  createdAt: z.string(),
  closedAt: z.string().nullable(),
  generalRule: z.string().nullable(),
});
export type RoundCard = z.infer<typeof roundCardSchema>;

export const todaySchema = z.object({
  date: z.string(),
  moments: z.array(momentCardSchema).max(3),
  waiting: z.array(roundCardSchema),
  /** What was read since the start of yesterday, all on this machine. */
  read: z.object({ sessions: z.number().int(), events: z.number().int() }),
  /** Requests to a second reader since the start of yesterday. */
  sent: z.number().int(),
  /** Cases shared since then, forgotten ones too: these and the requests are all that ever leaves this machine. */
  shared: z.number().int(),
  /** Sessions known in all; 0 offers the demo. */
  sessionsKnown: z.number().int(),
  roundsClosedToday: z.number().int(),
  /** Moments that wait in Sessions, beyond today's three. */
  waitingInSessions: z.number().int(),
  /** Rules of mine to be asked for today. */
  recallDue: z.number().int().max(5),
  done: z.boolean(),
  demo: z.boolean(),
});
export type Today = z.infer<typeof todaySchema>;

export const dismissalSchema = z.object({ reason: z.enum(['legitimate-here', 'not-worth-it', 'wrong']), note: z.string().max(500).optional() });
export type Dismissal = z.infer<typeof dismissalSchema>;
