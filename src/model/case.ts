import { z } from 'zod';
import { agentNameSchema } from './agent.ts';
import { eventSchema } from './event.ts';
import { momentKindSchema } from './kind.ts';
import { activityIdSchema } from './activity.ts';
import { citationSchema, decisionShapeSchema, hindsightSchema, lineSpanSchema, momentIdSchema, propositionSchema } from './moment.ts';
import { sessionIdSchema } from './session.ts';

/**
 * A moment prepared for a round, as it may be seen BEFORE the reveal. Nothing here comes from after `shownUntil`, and nothing
 * names the kind, the rule, or whether the decision was sound.
 */
export const caseSchema = z.object({
  moment: momentIdSchema,
  session: sessionIdSchema,
  sessionTitle: z.string(),
  agent: agentNameSchema,
  repository: z.string().nullable(),
  /** The session's working folder: paths in it are shown from there. */
  cwd: z.string().nullable(),
  at: z.string().nullable(),
  minutes: z.number().int(),
  question: z.string(),
  shape: decisionShapeSchema,
  /** The person's own words that set the task, and the last thing they said before the decision where that is another prompt. */
  task: z.object({ line: z.number().int(), text: z.string() }).nullable(),
  lastAsked: z.object({ line: z.number().int(), text: z.string() }).nullable(),
  decision: lineSpanSchema,
  shownUntil: z.number().int(),
  /** What was visible then: the events around and before the decision, none later than `shownUntil`. */
  shown: z.array(eventSchema),
  /** How many earlier events of the session are not in `shown`. */
  earlierEvents: z.number().int(),
  propositions: z.array(propositionSchema.pick({ id: true, text: true })),
});
export type Case = z.infer<typeof caseSchema>;

/** What was withheld, shown only once everyone has sealed or passed. */
export const outcomeSchema = z.object({
  kind: momentKindSchema,
  sound: z.boolean(),
  rule: z.string(),
  title: z.string(),
  /** Why it matters and what to do, from the rule's own text (Markdown). */
  why: z.string(),
  whatToDo: z.string(),
  references: z.array(z.object({ label: z.string(), url: z.string().optional() })),
  concepts: z.array(z.string()),
  activities: z.array(activityIdSchema),
  evidence: z.array(citationSchema),
  hindsight: z.array(hindsightSchema),
  propositions: z.array(propositionSchema),
  /** Events after `shownUntil`, up to and around the evidence. */
  later: z.array(eventSchema),
  precision: z.object({ right: z.number().int(), of: z.number().int() }).nullable(),
});
export type Outcome = z.infer<typeof outcomeSchema>;
