import { z } from 'zod';
import { envelope } from '../envelope.ts';

/** Old tool results were dropped from the context; the conversation itself goes on. */
export const microcompactBoundarySchema = z.object({ ...envelope, content: z.string().nullish() });
