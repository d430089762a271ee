import { z } from 'zod';

export const prLinkSchema = z.object({ prNumber: z.number().nullish(), prUrl: z.string(), timestamp: z.unknown().optional() });
