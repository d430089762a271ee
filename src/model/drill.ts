import { z } from 'zod';
import { hunkSchema } from './hunk.ts';

/** `fix`: a mended bug of the repository. `part`: another change with one part left out. `mutation`: a slip put into real code. */
export const drillKindSchema = z.enum(['fix', 'part', 'mutation']);
export type DrillKind = z.infer<typeof drillKindSchema>;

/** Months at which a held-out form is drawn from; `practice` is everything else. */
export const DRILL_FORMS = ['0', '3', '6', '12'] as const;
export const drillFormSchema = z.enum([...DRILL_FORMS, 'practice']);
export type DrillForm = z.infer<typeof drillFormSchema>;

export const drillFileSchema = z.object({
  path: z.string(),
  /** With the bug. */
  broken: z.string(),
  /** Without it. */
  fixed: z.string(),
  /** From `broken` to `fixed`, without lines around. */
  hunks: z.array(hunkSchema),
  /** Lines of `broken` that are shown, both ends included, from 1. */
  shown: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
});
export type DrillFile = z.infer<typeof drillFileSchema>;

export const drillSchema = z.object({
  /** Of what is changed, without paths and line numbers: the same bug again has it again. */
  id: z.string(),
  /** The repository's folder. */
  repository: z.string(),
  kind: drillKindSchema,
  /** The commit whose tree, with the broken files put into it, is the drill. */
  commit: z.string(),
  /** What the commit says of itself, or what was changed. */
  about: z.string(),
  files: z.array(drillFileSchema).min(1),
  /** Test files that settle it; empty: the whole suite. */
  tests: z.array(z.string()),
  /** By name, the same in three runs. */
  failingTests: z.array(z.string()).min(1),
  /** The tests named after the file pass with the bug. */
  survives: z.boolean(),
  /** 0..1, an estimate that has not been validated on people. */
  difficulty: z.number(),
  reasons: z.array(z.string()),
  /** Functions it is about, as path and name: drills that share one are never in two forms. */
  grounds: z.array(z.string()).min(1),
  at: z.string(),
});
export type Drill = z.infer<typeof drillSchema>;

export const drillLineSchema = z.object({ path: z.string(), start: z.number().int(), end: z.number().int() });
export type DrillLine = z.infer<typeof drillLineSchema>;

export const drillAnswerSchema = z.object({
  drill: z.string(),
  repository: z.string(),
  lines: z.array(drillLineSchema),
  claim: z.string(),
  /** The person's own test, as it was run; null where none was written. */
  test: z.string().nullable(),
  /** 0..1, that the answer is right. */
  sure: z.number(),
  linesHit: z.boolean(),
  /** Fails with the bug and passes without; null without a test, or where it showed nothing. */
  testHit: z.boolean().nullable(),
  /** Whether the hidden test failed once more. */
  confirmed: z.boolean(),
  /** No known agent was seen at work in the repository, neither when it was drawn nor when it was answered. */
  unaided: z.boolean(),
  at: z.string(),
});
export type DrillAnswer = z.infer<typeof drillAnswerSchema>;
