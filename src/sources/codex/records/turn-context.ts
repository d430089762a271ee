import { z } from 'zod';

export const turnContextSchema = z.object({ cwd: z.string().nullish(), model: z.string().nullish() });
