import { z } from 'zod';
import { matchProfileSchema } from '../programme.ts';
import { cohortIdSchema, personIdSchema } from './ids.ts';
import { personSchema } from './pair.ts';

/** A cohort changes hands: who asks whom to lead it after whom. Those it names see the offer, everybody of the cohort that it happened. */
export const leadHandOverSchema = z.object({
  n: z.number().int(),
  from: personSchema,
  to: personSchema,
  proposedBy: personSchema,
  state: z.enum(['proposed', 'done', 'withdrawn']),
  proposedAt: z.string(),
  doneAt: z.string().nullable(),
});
export type LeadHandOver = z.infer<typeof leadHandOverSchema>;

/** People whose years are run together. That one exists, what it is for and what it publishes is no secret in the organisation. */
export const cohortSchema = z.object({
  id: cohortIdSchema,
  name: z.string(),
  lead: personSchema,
  /** False where its lead left the organisation, or is no lead there any more: then an owner finds another. */
  hasLead: z.boolean(),
  goal: z.string(),
  /** Who in the organisation answers for the goal. */
  goalOwner: z.string(),
  /** Where everybody can read what is recorded and who sees it. */
  policyUrl: z.string(),
  contentVersion: z.number().int(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  /** As far as I may know of them, the latest first. */
  leadHandOvers: z.array(leadHandOverSchema),
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
