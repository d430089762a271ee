import { z } from 'zod';
import { cohortIdSchema } from '../../team/ids.ts';
import { personSchema } from '../../team/pair.ts';
import { activityWordsSchema, contentOverridesSchema, programmeContentSchema } from '../../team/programme-content.ts';

/** What was changed, over which version; and what comes of it. */
export const cohortContentSchema = z.object({ overrides: contentOverridesSchema, content: programmeContentSchema });
export type CohortContent = z.infer<typeof cohortContentSchema>;
export const saveContentSchema = z.object({ onVersion: z.number().int().min(0), overrides: contentOverridesSchema });
export type SaveContent = z.infer<typeof saveContentSchema>;

const versionNumber = z.coerce.number().int().min(0).max(1_000_000);
export const ofContentVersionSchema = z.object({ id: cohortIdSchema, version: versionNumber });
export const bringBackSchema = z.object({ onVersion: z.number().int().min(0) });

/** Who saved it and when, and the entries in which it differs from the version before: "E5", "T1", "signOff", "survey". */
const savedVersionSchema = z.object({
  version: z.number().int(),
  by: personSchema,
  at: z.string(),
  /** The version it was brought back from, 0 for what comes with Rounds; null where it was written. */
  fromVersion: z.number().int().nullable(),
  changed: z.array(z.string()),
});
export type SavedVersion = z.infer<typeof savedVersionSchema>;
export const contentVersionListSchema = z.object({ versions: z.array(savedVersionSchema) });
export type ContentVersionList = z.infer<typeof contentVersionListSchema>;
export const contentVersionSchema = z.object({ version: z.number().int(), content: programmeContentSchema });
export type ContentVersion = z.infer<typeof contentVersionSchema>;

export const contentFileSchema = z.object({ text: z.string().max(512 * 1024) });
export type ContentFile = z.infer<typeof contentFileSchema>;
export const readContentFileSchema = z.object({ overrides: contentOverridesSchema, content: programmeContentSchema });

/** What the cohort of my own running year changed; null where I am in none. And how activities read, with that or without. */
export const ownContentSchema = z.object({
  of: z.object({ cohort: z.object({ id: cohortIdSchema, name: z.string() }), version: z.number().int(), overrides: contentOverridesSchema }).nullable(),
  words: activityWordsSchema,
});
export type OwnContent = z.infer<typeof ownContentSchema>;
