import { z } from 'zod';

/** `content` is what the person sees as theirs; `transformedContent`, with what the program adds around it, is not read. */
export const userMessageSchema = z.object({
  content: z.string(),
  attachments: z.array(z.object({ type: z.string().nullish(), mimeType: z.string().nullish() })).nullish(),
  /** Set where another than the person sent it: "skill-…", "agent-…", "system". */
  source: z.string().nullish(),
  isAutopilotContinuation: z.boolean().nullish(),
});
export type UserMessage = z.infer<typeof userMessageSchema>;

/** A notice of the program to the agent, such as the end of a background command. */
export const systemNotificationSchema = z.object({ content: z.string() });
export const skillInvokedSchema = z.object({ name: z.string(), content: z.string().nullish() });
