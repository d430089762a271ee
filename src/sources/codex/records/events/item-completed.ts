import { z } from 'zod';

/** Says again what other records say (0.149), except a proposed plan, which stands here alone. */
export const itemCompletedSchema = z.object({ item: z.object({ type: z.string().nullish(), id: z.string().nullish(), text: z.string().nullish() }).nullish() });
