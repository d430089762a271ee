import { z } from 'zod';

export const noticeSchema = z.object({ message: z.string().nullish() });
export const reviewModeSchema = z.object({ user_facing_hint: z.string().nullish() });
export const threadNameSchema = z.object({ thread_name: z.string().nullish(), name: z.string().nullish() });
