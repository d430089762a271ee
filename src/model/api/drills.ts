/** Contract of the local server for drills. Before an answer nothing in it says what a drill is about. */
import { z } from 'zod';
import { DRILL_FORMS, drillAnswerSchema, drillFormSchema, drillKindSchema, drillLineSchema } from '../drill.ts';
import { hunkSchema } from '../hunk.ts';

const folderSchema = z.string().trim().min(1, 'Name a folder in the repository.').max(4096);
export const drillFolderSchema = z.object({ folder: folderSchema });
export const drillIdSchema = z.string().regex(/^[0-9a-f]{1,16}$/);

/** Answers and how many were right, with the interval that so few allow (Wilson, 95 %). No average over forms, kinds or people. */
export const drillTallySchema = z.object({
  answers: z.number().int(),
  hits: z.number().int(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
export type DrillTally = z.infer<typeof drillTallySchema>;

export const drillTalliesSchema = z.object({
  /** Unaided alone, each form for itself. */
  forms: z.array(drillTallySchema.extend({ form: z.enum(DRILL_FORMS) })),
  /** Unaided. */
  practice: drillTallySchema,
  /** With an agent in sight, or where nobody looked: never a basis of a claim. */
  other: drillTallySchema,
  /** The hidden test did not fail once more, so they show nothing. */
  unsettled: z.number().int(),
});
export type DrillTallies = z.infer<typeof drillTalliesSchema>;

export const blindDrillSchema = z.object({
  id: z.string(),
  form: drillFormSchema,
  difficulty: z.number(),
  question: z.string(),
  files: z.array(z.object({ path: z.string(), shown: z.array(z.object({ start: z.number().int(), lines: z.array(z.string()) })) })),
  unaided: z.boolean(),
});
/** What may be seen before the answer: nothing of where it comes from, what kind it is, or which test minds. */
export type BlindDrill = z.infer<typeof blindDrillSchema>;

const findingSchema = z.enum(['demonstrated', 'not-demonstrated', 'could-not-run']);
export const answeredDrillSchema = z.object({
  drill: z.object({
    id: z.string(),
    kind: drillKindSchema,
    commit: z.string(),
    about: z.string(),
    failingTests: z.array(z.string()),
    files: z.array(z.object({ path: z.string(), hunks: z.array(hunkSchema) })),
  }),
  answer: drillAnswerSchema.pick({ lines: true, claim: true, test: true, sure: true, linesHit: true, testHit: true, confirmed: true, unaided: true, at: true }),
  /** What the person's own test showed on each side; null without one, and later than just now. */
  own: z.object({ broken: z.object({ finding: findingSchema }), fixed: z.object({ finding: findingSchema }) }).nullable(),
  places: z.array(z.object({ path: z.string(), line: z.number().int() })),
});
export type AnsweredDrillView = z.infer<typeof answeredDrillSchema>;

export const drillViewSchema = z.object({ blind: blindDrillSchema, answered: answeredDrillSchema.nullable() });
export type DrillView = z.infer<typeof drillViewSchema>;

export const drillFormsSchema = z.object({
  yearStart: z.string().nullable(),
  windows: z.array(z.object({ form: z.enum(DRILL_FORMS), from: z.string(), until: z.string(), drawn: z.number().int(), answered: z.number().int() })),
  due: z.enum(DRILL_FORMS).nullable(),
  size: z.number().int(),
  /** Of the size: how many have their like in every form by kind, family of slips and band of difficulty. */
  alike: z.number().int(),
  familyDifference: z.number().int(),
  bandDifference: z.number().int(),
  areFixed: z.boolean(),
  tooSmall: z.string().nullable(),
});
export type DrillFormsView = z.infer<typeof drillFormsSchema>;

export const miningSchema = z.object({
  repository: z.string(),
  isRunning: z.boolean(),
  /** How far it is, without what it looks at: a commit's own words would be an answer. */
  progress: z.string(),
  found: z.number().int(),
  refused: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  problem: z.string().nullable(),
});
export type MiningView = z.infer<typeof miningSchema>;

export const listedDrillSchema = z.object({
  id: z.string(),
  /** What it was drawn as; null before. */
  form: drillFormSchema.nullable(),
  difficulty: z.number(),
  state: z.enum(['unseen', 'open', 'answered']),
  /** Only once it is answered. */
  revealed: z
    .object({ kind: drillKindSchema, about: z.string(), paths: z.array(z.string()), hit: z.boolean(), unaided: z.boolean(), at: z.string() })
    .nullable(),
});
export type ListedDrill = z.infer<typeof listedDrillSchema>;

export const drillListSchema = z.object({
  repository: z.string(),
  drills: z.array(listedDrillSchema),
  /** Left to practise with: unseen, and held out for no form. */
  practiceLeft: z.number().int(),
  forms: drillFormsSchema,
  tallies: drillTalliesSchema,
});
export type DrillList = z.infer<typeof drillListSchema>;

export const drillPlacesSchema = z.object({ repositories: z.array(z.string()), mining: miningSchema.nullable(), cannotSee: z.string() });
export type DrillPlaces = z.infer<typeof drillPlacesSchema>;

export const mineDrillsSchema = z.strictObject({
  folder: folderSchema,
  wanted: z.number().int().min(1).max(200).default(10),
  under: z.string().max(500).default(''),
});
export const drawDrillSchema = z.strictObject({ folder: folderSchema, form: z.enum(['practice', 'due']), unaided: z.boolean() });
export const answerDrillSchema = z.strictObject({
  folder: folderSchema,
  lines: z.array(drillLineSchema).max(6),
  claim: z.string().max(4000),
  test: z.object({ name: z.string().regex(/^[\w.-]{1,100}$/), code: z.string().max(64 * 1024) }).nullable(),
  sure: z.number().min(0).max(1),
});
export type NewDrillAnswer = z.infer<typeof answerDrillSchema>;
export const drillYearSchema = z.strictObject({ start: z.string().max(20) });
