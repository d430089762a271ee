import { z } from 'zod';
import { envelope } from '../envelope.ts';

export const localCommandSchema = z.object({ ...envelope, content: z.string().nullish() });
