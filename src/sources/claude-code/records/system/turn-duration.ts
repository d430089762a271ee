import { z } from 'zod';
import { envelope } from '../envelope.ts';

export const turnDurationSchema = z.object({ ...envelope, durationMs: z.number().nullish() });
