import { z } from 'zod';
import { roundIdSchema } from '../../round.ts';
import { lessonDraftSchema, lessonSchema } from '../../team/lesson.ts';
import { pairIdSchema } from '../../team/ids.ts';

export const keepLessonSchema = z.object({ lesson: lessonDraftSchema, round: roundIdSchema.nullable(), pair: pairIdSchema.nullable() });
export const changeLessonSchema = lessonDraftSchema;
/** `q` searches words and parts of words; `stale` shows only those whose code moved on. */
export const lessonQuerySchema = z.object({
  q: z.string().max(200).optional(),
  tag: z.string().max(40).optional(),
  stale: z.enum(['true', 'false']).optional(),
  repository: z.string().max(400).optional(),
  path: z.string().max(400).optional(),
});
export const lessonListSchema = z.object({ lessons: z.array(lessonSchema) });
export type LessonList = z.infer<typeof lessonListSchema>;
/** What a machine that has the repository found: anchors whose code is no longer what it was. */
export const staleAnchorsSchema = z.object({ stale: z.array(z.object({ n: z.number().int(), commit: z.string() })).max(20) });
