import { z } from 'zod';

export const demoSchema = z.object({ action: z.enum(['load', 'remove']).default('load') });
