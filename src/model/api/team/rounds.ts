import { z } from 'zod';
import { debriefDraftSchema } from '../../debrief.ts';
import { judgementSchema } from '../../judgement.ts';
import { roundIdSchema, roundStateSchema } from '../../round.ts';
import { caseIdSchema, personIdSchema } from '../../team/ids.ts';
import { rankingSchema } from '../../team/shared-comparison.ts';
import { predictionsSchema } from '../../team/shared-deconstruction.ts';
import { caseKindSchema, type Sealable } from '../../team/team-round.ts';

export const callRoundSchema = z.object({ case: caseIdSchema, people: z.array(personIdSchema).max(12) });

/** What is sealed, told apart by what is in it, so that a refusal names the field that is wrong. The round says whether it fits its case. */
export const sealSchema = z.unknown().transform((given, context): Sealable => {
  const has = (name: string): boolean => typeof given === 'object' && given !== null && name in given;
  const parsed = has('ranking') ? rankingSchema.safeParse(given) : has('predictions') ? predictionsSchema.safeParse(given) : judgementSchema.safeParse(given);
  if (!parsed.success) {
    for (const { message, path } of parsed.error.issues) context.addIssue({ code: 'custom', message, path });
    return z.NEVER;
  }
  if ('ranking' in parsed.data) return { answer: 'ranking', ranking: parsed.data };
  return 'predictions' in parsed.data ? { answer: 'predictions', predictions: parsed.data } : { answer: 'judgement', judgement: parsed.data };
});

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
