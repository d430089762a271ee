import { z } from 'zod';
import { caseIdSchema, lessonIdSchema } from '../../team/ids.ts';
import { threadAnchorSchema, threadSchema } from '../../team/thread.ts';

export const messageBodySchema = z.object({ body: z.string().trim().min(1, 'Write something first.').max(8000) });
export const askSchema = messageBodySchema.extend({ case: caseIdSchema.optional(), lesson: lessonIdSchema.optional(), anchor: threadAnchorSchema.nullable() });
export const threadListSchema = z.object({ threads: z.array(threadSchema) });
export type ThreadList = z.infer<typeof threadListSchema>;
