import { z } from 'zod';
import { roundIdSchema } from '../round.ts';
import { caseIdSchema, lessonIdSchema, pairIdSchema, personIdSchema } from './ids.ts';

/** The code a lesson holds to. When that code changes, the lesson is stale until one of its authors looks. */
export const lessonAnchorSchema = z.object({
  /** The repository's address without credentials or a trailing .git, so that two clones are one. */
  repository: z.string().min(1).max(400),
  path: z.string().min(1).max(400),
  symbol: z.string().max(200).nullable(),
  startLine: z.number().int().min(1),
  endLine: z.number().int().min(1),
  /** SHA-256 of the anchored lines without white space at their ends. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  commit: z.string().regex(/^[0-9a-f]{40,64}$/),
  staleAt: z.string().nullable(),
  staleCommit: z.string().nullable(),
});
export type LessonAnchor = z.infer<typeof lessonAnchorSchema>;

/** One general rule, the reasoning behind it, and the code it came from. */
export const lessonSchema = z.object({
  id: lessonIdSchema,
  pair: pairIdSchema.nullable(),
  round: roundIdSchema.nullable(),
  case: caseIdSchema.nullable(),
  rule: z.string(),
  reasoning: z.string(),
  author: personIdSchema,
  authors: z.array(personIdSchema),
  tags: z.array(z.string()),
  anchors: z.array(lessonAnchorSchema),
  /** Null while it is only the pair's. */
  publishedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  retiredAt: z.string().nullable(),
  stale: z.boolean(),
});
export type Lesson = z.infer<typeof lessonSchema>;

export const MOST_ANCHORS = 20;
export const newAnchorsListSchema = z
  .array(lessonAnchorSchema.omit({ staleAt: true, staleCommit: true }))
  .max(MOST_ANCHORS, `A lesson holds to at most ${MOST_ANCHORS} places.`);

/** What a person writes. Anchors are made on the machine that has the repository. */
export const lessonDraftSchema = z.object({
  rule: z.string().trim().min(8, 'Write one general rule, as a sentence.').max(280, 'Keep it to one rule of at most 280 characters.'),
  reasoning: z.string().trim().max(8000),
  tags: z.array(z.string().trim().toLowerCase().min(1).max(40)).max(12),
  anchors: newAnchorsListSchema,
});
export type LessonDraft = z.infer<typeof lessonDraftSchema>;
