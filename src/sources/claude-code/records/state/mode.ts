import { z } from 'zod';

export const modeSchema = z.object({ mode: z.string().nullish(), permissionMode: z.string().nullish(), sessionId: z.string().nullish() });
