/** What a cohort's programme changes of the content that comes with Rounds: data, so that nobody has to change the program. */
import { z } from 'zod';
import { activityIdSchema } from '../activity.ts';
import { misconceptionSchema } from '../misconception.ts';
import { ownEntrySchema } from '../own-catalogue.ts';
import { signOffRulesSchema } from '../sign-off.ts';
import { MOST_NAME_CHARACTERS, MOST_TEXT_CHARACTERS, SIGN_OFF_MOST } from './content-limits.ts';

/** The rules that come with Rounds are the least there must be: a programme may ask for more, never for less. */
const DEFAULTS = signOffRulesSchema.parse({});
const atLeast = (least: number, most: number): z.ZodOptional<z.ZodNumber> => z.number().int().min(least, `Not under ${least}.`).max(most).optional();
const atMost = (most: number): z.ZodOptional<z.ZodNumber> => z.number().int().min(1).max(most, `Not over ${most}.`).optional();
const stricterRulesSchema = z.strictObject({
  cases: atLeast(DEFAULTS.cases, SIGN_OFF_MOST.cases),
  contexts: atLeast(DEFAULTS.contexts, SIGN_OFF_MOST.contexts),
  raters: atLeast(DEFAULTS.raters, SIGN_OFF_MOST.raters),
  agentErrorsCaught: atLeast(DEFAULTS.agentErrorsCaught, SIGN_OFF_MOST.agentErrorsCaught),
  evidenceMonths: atMost(DEFAULTS.evidenceMonths),
  validMonths: atMost(DEFAULTS.validMonths),
});

const text = z.string().trim().min(1, 'Say it in words.').max(MOST_TEXT_CHARACTERS);
const nameText = z.string().trim().min(1, 'Give it a name.').max(MOST_NAME_CHARACTERS);
const levelKeySchema = z.enum(['1', '2', '3', '4', '5']);
/** A statement, answered from 1 (not at all) to 5 (fully). */
const askedItemSchema = z.strictObject({ id: z.string().regex(/^[a-z-]{2,30}$/, 'Lower-case letters and hyphens.'), words: text });

export const contentOverridesSchema = z.strictObject({
  signOff: stricterRulesSchema.default({}),
  /** By activity: only those that go by another name. */
  names: z.partialRecord(activityIdSchema, nameText).default({}),
  /** By activity, and in it by level: only what reads differently. */
  levels: z.partialRecord(activityIdSchema, z.partialRecord(levelKeySchema, text)).default({}),
  /** As in an own catalogue of misconceptions: entries that are changed or added. */
  misconceptions: z.array(ownEntrySchema).max(200).default([]),
  /** All statements of the survey, in order; null for those that come with Rounds. */
  surveyItems: z
    .array(askedItemSchema)
    .min(1)
    .max(20)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'An id stands for one statement.')
    .nullable()
    .default(null),
});
export type ContentOverrides = z.infer<typeof contentOverridesSchema>;

/** What a cohort works with: what comes with Rounds and, over it, what the cohort changed in this version. */
export const programmeContentSchema = z.object({
  /** 0 while nothing was ever changed. */
  version: z.number().int(),
  signOff: signOffRulesSchema,
  names: z.record(activityIdSchema, z.string()),
  levels: z.record(activityIdSchema, z.record(levelKeySchema, z.string())),
  misconceptions: z.array(misconceptionSchema),
  surveyItems: z.array(askedItemSchema),
});
export type ProgrammeContent = z.infer<typeof programmeContentSchema>;

/** How the activities are called and what each level of them looks like, for whoever asks. */
export const activityWordsSchema = programmeContentSchema.pick({ names: true, levels: true });
export type ActivityWords = z.infer<typeof activityWordsSchema>;
