/** What a person keeps of a round for two that they took part in, in their own journal: their answer, and what settled it. */
import { z } from 'zod';
import { activityIdSchema } from './activity.ts';
import { judgementSchema } from './judgement.ts';
import { momentIdSchema, propositionSchema } from './moment.ts';
import { roundIdSchema, roundStateSchema } from './round.ts';
import { caseIdSchema } from './team/ids.ts';
import { probeFindingSchema, probeTargetSchema } from './team/probe.ts';

const keptContentSchema = z.object({
  /** In this journal, where the case is mine; null where it is the other person's. */
  moment: momentIdSchema.nullable(),
  question: z.string(),
  repository: z.string().nullable(),
  sound: z.boolean(),
  concepts: z.array(z.string()),
  activities: z.array(activityIdSchema),
  propositions: z.array(propositionSchema),
  /** Null where I passed. */
  judgement: judgementSchema.nullable(),
  /** Somebody else judged it too, so that it was talked about. */
  othersJudged: z.boolean(),
  /** Of the debrief it was last closed with. */
  rule: z.string().nullable(),
  probes: z.array(z.object({ claim: z.string(), target: probeTargetSchema, finding: probeFindingSchema, at: z.string() })),
});

export const keptTeamRoundSchema = z.object({
  id: roundIdSchema,
  /** Of the team server. */
  host: z.string(),
  case: caseIdSchema,
  state: roundStateSchema,
  revealedAt: z.string(),
  closedAt: z.string().nullable(),
  /** Null once the case was forgotten: nothing of it is kept then. */
  content: keptContentSchema.nullable(),
});
export type KeptTeamRound = z.infer<typeof keptTeamRoundSchema>;
