import { z } from 'zod';

/** Statements of xAPI 1.0.3 (ADL) as Rounds writes them. Strict: a property that the specification does not know makes a store refuse all. */
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i);
const languageMap = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), z.string());

const activitySchema = z.strictObject({
  objectType: z.literal('Activity'),
  id: iri,
  definition: z.strictObject({ name: languageMap.optional(), description: languageMap.optional(), type: iri.optional() }).optional(),
});
export type XapiActivity = z.infer<typeof activitySchema>;

export const statementSchema = z.strictObject({
  id: z.uuid(),
  /** By account alone: an address would tie everything to a person's mailbox. */
  actor: z.strictObject({ objectType: z.literal('Agent'), account: z.strictObject({ homePage: iri, name: z.string().min(1) }) }),
  verb: z.strictObject({ id: iri, display: languageMap }),
  object: activitySchema,
  result: z.strictObject({ success: z.boolean().optional(), completion: z.boolean().optional() }).optional(),
  context: z
    .strictObject({
      platform: z.string().optional(),
      language: z.string().optional(),
      contextActivities: z.strictObject({ grouping: z.array(activitySchema).optional() }).optional(),
      extensions: z.record(iri, z.unknown()).optional(),
    })
    .optional(),
  timestamp: z.iso.datetime({ offset: true }),
  version: z.literal('1.0.3'),
});
export type Statement = z.infer<typeof statementSchema>;
