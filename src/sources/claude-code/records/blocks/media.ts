import { z } from 'zod';

/** A picture or a document that was pasted. Its bytes are never kept. */
export const mediaBlockSchema = z.object({ type: z.enum(['image', 'document']) });
