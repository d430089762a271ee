import { z } from 'zod';

/** user_message and agent_message say again what a message item says; agent_reasoning what a reasoning item's summary says. */
export const userMessageEventSchema = z.object({ message: z.string(), images: z.array(z.unknown()).nullish() });
export const agentMessageEventSchema = z.object({ message: z.string() });
export const agentReasoningEventSchema = z.object({ text: z.string() });
