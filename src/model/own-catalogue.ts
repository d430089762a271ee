/** A person's or a programme's own version of the catalogue of misconceptions: what it changes in entries, and entries it adds. */
import { z } from 'zod';
import { activityIdSchema } from './activity.ts';
import { indicatorSourceSchema, misconceptionIdSchema, misconceptionSchema, ratioSchema } from './misconception.ts';

const changedIndicatorSchema = z.strictObject({
  source: indicatorSourceSchema,
  sign: z.string().min(1).optional(),
  ratio: ratioSchema.optional(),
  questionToAsk: z.string().endsWith('?').optional(),
});

export const ownEntrySchema = z.strictObject({
  id: misconceptionIdSchema,
  belief: z.string().min(1).optional(),
  concepts: z.array(z.string().min(1)).min(1).optional(),
  activities: z.array(activityIdSchema).min(1).optional(),
  severity: misconceptionSchema.shape.severity.optional(),
  indicators: z.array(changedIndicatorSchema).optional(),
  counterIndicators: z.array(changedIndicatorSchema.omit({ questionToAsk: true })).optional(),
  refutation: z.string().min(1).optional(),
  transferCase: z.string().min(1).optional(),
});
export type OwnEntry = z.infer<typeof ownEntrySchema>;

export const ownCatalogueSchema = z.strictObject({
  /** Goes up with every change of the file. */
  version: z.number().int().min(1),
  name: z.string().trim().min(1).max(120),
  entries: z.array(ownEntrySchema).max(200),
});
export type OwnCatalogue = z.infer<typeof ownCatalogueSchema>;
