import { z } from 'zod';
import { matchProfileSchema } from '../programme.ts';
import { cohortIdSchema, personIdSchema } from './ids.ts';
import { personSchema } from './pair.ts';

/** People whose years are run together. That one exists, what it is for and what it publishes is no secret in the organisation. */
export const cohortSchema = z.object({
  id: cohortIdSchema,
  name: z.string(),
  lead: personSchema,
  goal: z.string(),
  /** Who in the organisation answers for the goal. */
  goalOwner: z.string(),
  /** Where everybody can read what is recorded and who sees it. */
  policyUrl: z.string(),
  contentVersion: z.number().int(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
});
export type Cohort = z.infer<typeof cohortSchema>;

/** What somebody says about themselves before pairs are suggested. Whom they name is read for suggestions and shown to nobody. */
export const ownMatchProfileSchema = matchProfileSchema.omit({ person: true }).extend({
  takesPartAs: z.enum(['preceptee', 'preceptor', 'both']),
  areas: z.array(z.string().trim().toLowerCase().min(1).max(40)).max(12),
  wishes: z.array(personIdSchema).max(20),
  declines: z.array(personIdSchema).max(20),
});
export type OwnMatchProfile = z.infer<typeof ownMatchProfileSchema>;
