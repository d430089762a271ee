import { z } from 'zod';

export const textBlockSchema = z.object({ type: z.literal('text'), text: z.string() });
