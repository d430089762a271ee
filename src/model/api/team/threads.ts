import { z } from 'zod';
import { caseIdSchema, lessonIdSchema, personIdSchema, threadIdSchema } from '../../team/ids.ts';
import { personSchema } from '../../team/pair.ts';
import { threadAnchorSchema, threadSchema } from '../../team/thread.ts';

export const messageBodySchema = z.object({ body: z.string().trim().min(1, 'Write something first.').max(8000) });
export const askSchema = messageBodySchema.extend({ case: caseIdSchema.optional(), lesson: lessonIdSchema.optional(), anchor: threadAnchorSchema.nullable() });
export type Ask = z.infer<typeof askSchema>;
/** Of one case or of one lesson; of everything I may see without either. */
export const threadQuerySchema = z.object({ case: caseIdSchema.optional(), lesson: lessonIdSchema.optional(), open: z.enum(['true', 'false']).optional() });
export type ThreadQuery = z.infer<typeof threadQuerySchema>;
/** Open ones first, each kind by age. `people` names everyone who wrote in one. */
export const threadListSchema = z.object({ threads: z.array(threadSchema), people: z.array(personSchema), me: personIdSchema });
export type ThreadList = z.infer<typeof threadListSchema>;

/** What a question asks for, for who makes a case of it on the machine that has the session. */
export const caseHintSchema = z.object({
  thread: threadIdSchema,
  question: z.string(),
  case: caseIdSchema.nullable(),
  lesson: lessonIdSchema.nullable(),
  anchor: threadAnchorSchema.nullable(),
});
export type CaseHint = z.infer<typeof caseHintSchema>;
