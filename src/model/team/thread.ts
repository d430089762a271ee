import { z } from 'zod';
import { caseIdSchema, lessonIdSchema, personIdSchema, threadIdSchema } from './ids.ts';

/** Which lines a question hangs on: source lines of the case (the numbers its events carry), or lines of a file of its tree. Never their text. */
export const threadAnchorSchema = z.union([
  z.object({ line: z.number().int().min(1), endLine: z.number().int().min(1).optional() }),
  z.object({ path: z.string().max(400), startLine: z.number().int().min(1), endLine: z.number().int().min(1) }),
]);
export type ThreadAnchor = z.infer<typeof threadAnchorSchema>;

export const messageSchema = z.object({ n: z.number().int(), author: personIdSchema, body: z.string(), at: z.string() });
export type Message = z.infer<typeof messageSchema>;

/** A question on a line of a case or on a lesson, either way round, answered when there is time. */
export const threadSchema = z.object({
  id: threadIdSchema,
  case: caseIdSchema.nullable(),
  lesson: lessonIdSchema.nullable(),
  anchor: threadAnchorSchema.nullable(),
  askedBy: personIdSchema,
  createdAt: z.string(),
  closedAt: z.string().nullable(),
  closedBy: personIdSchema.nullable(),
  messages: z.array(messageSchema),
});
export type Thread = z.infer<typeof threadSchema>;
