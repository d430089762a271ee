import { z } from 'zod';
import { roundIdSchema } from '../../round.ts';
import { lessonDraftSchema, lessonSchema, newAnchorsListSchema } from '../../team/lesson.ts';
import { caseIdSchema, lessonIdSchema, pairIdSchema, personIdSchema, threadIdSchema } from '../../team/ids.ts';
import { personSchema } from '../../team/pair.ts';

/** An answer of a thread that is worth keeping. */
const answerRefSchema = z.object({ thread: threadIdSchema, n: z.number().int().min(1) });

/** Where it comes from, if anywhere: of a round or an answer, its authors are the people who wrote it together. */
export const keepLessonSchema = z.object({
  lesson: lessonDraftSchema,
  round: roundIdSchema.nullable(),
  pair: pairIdSchema.nullable(),
  answer: answerRefSchema.optional(),
});
export type KeepLesson = z.infer<typeof keepLessonSchema>;
export const changeLessonSchema = lessonDraftSchema;
/** `n`: which message of the thread. */
export const answerQuerySchema = z.object({ n: z.coerce.number().int().min(1) });

/** A lesson as it would be kept now, to be looked over; and the one that was kept already, if so. */
export const lessonOfferSchema = z.object({
  lesson: lessonDraftSchema.extend({ rule: z.string().max(280) }),
  pair: pairIdSchema.nullable(),
  case: caseIdSchema.nullable(),
  authors: z.array(personSchema),
  kept: lessonIdSchema.nullable(),
});
export type LessonOffer = z.infer<typeof lessonOfferSchema>;

/**
 * `q` searches words and parts of words; `stale` shows only those whose code moved on. With `repository` lessons that hold to
 * code of it and those tagged general; with `path` too, only those that hold to that file. `page` counts from 0.
 */
export const lessonQuerySchema = z.object({
  q: z.string().max(200).optional(),
  tag: z.string().max(40).optional(),
  stale: z.enum(['true', 'false']).optional(),
  repository: z.string().max(400).optional(),
  path: z.string().max(400).optional(),
  page: z.coerce.number().int().min(0).max(1000).optional(),
});
export type LessonQuery = z.infer<typeof lessonQuerySchema>;
/** Those of mine whose code moved on come first, then what fits best, then the latest. */
export const lessonListSchema = z.object({
  lessons: z.array(lessonSchema),
  more: z.boolean(),
  me: personIdSchema,
  /** Everyone who wrote one of them. */
  people: z.array(personSchema),
});
export type LessonList = z.infer<typeof lessonListSchema>;

export const lessonViewSchema = z.object({
  lesson: lessonSchema,
  authors: z.array(personSchema),
  /** Its authors change, publish, anchor and retire it. */
  mine: z.boolean(),
  /** Whether I may open the round or the case it came from. */
  opens: z.object({ round: z.boolean(), case: z.boolean() }),
});
export type LessonView = z.infer<typeof lessonViewSchema>;

/**
 * What a machine that has the repository found: anchors whose code is no longer what it was. `n` is the anchor's place in the
 * lesson, from 0; with `contentHash` it only counts while the lesson still has that anchor there.
 */
export const staleAnchorsSchema = z.object({
  stale: z.array(z.object({ n: z.number().int().min(0), commit: z.string().regex(/^[0-9a-f]{40,64}$/), contentHash: z.string().optional() })).max(20),
});
export type StaleAnchors = z.infer<typeof staleAnchorsSchema>;
/** In place of those it had. With `seen` only if those are what it had: what somebody else tied meanwhile is not lost. */
export const newAnchorsSchema = z.object({ anchors: newAnchorsListSchema, seen: newAnchorsListSchema.optional() });
export type NewAnchors = z.infer<typeof newAnchorsSchema>;
