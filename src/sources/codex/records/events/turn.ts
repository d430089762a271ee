import { z } from 'zod';

/** `started_at` is in seconds and keeps its value when a fork replays the turn. */
export const turnStartedSchema = z.object({ started_at: z.number().nullish() });
export const turnAbortedSchema = z.object({ reason: z.string().nullish() });
export const threadRolledBackSchema = z.object({ num_turns: z.number() });
export const contextCompactedSchema = z.object({});
