import { z } from 'zod';
import { debriefDraftSchema } from '../../debrief.ts';
import { roundIdSchema, roundStateSchema } from '../../round.ts';
import { caseIdSchema, personIdSchema } from '../../team/ids.ts';
import { caseKindSchema } from '../../team/team-round.ts';

export const callRoundSchema = z.object({ case: caseIdSchema, people: z.array(personIdSchema).max(12) });

export const saveTeamDebriefSchema = z.object({ draft: debriefDraftSchema, onVersion: z.number().int().min(0) });
export const savedTeamDebriefSchema = z.object({ version: z.number().int() });

/** A row of a list: nothing in it tells how anyone judged or how it ended. */
export const teamRoundCardSchema = z.object({
  id: roundIdSchema,
  case: caseIdSchema,
  kind: caseKindSchema,
  state: roundStateSchema,
  question: z.string().nullable(),
  people: z.array(z.object({ person: personIdSchema, name: z.string(), answered: z.boolean() })),
  /** Whether something is mine to do now: judge, or debrief. */
  waitsForMe: z.boolean(),
  createdAt: z.string(),
  closedAt: z.string().nullable(),
});
export type TeamRoundCard = z.infer<typeof teamRoundCardSchema>;

export const teamRoundListSchema = z.object({ rounds: z.array(teamRoundCardSchema) });
export type TeamRoundList = z.infer<typeof teamRoundListSchema>;
