import { z } from 'zod';

export const redactedThinkingBlockSchema = z.object({ type: z.literal('redacted_thinking') });
