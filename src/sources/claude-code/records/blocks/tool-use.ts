import { z } from 'zod';

/** `server_tool_use` is a tool the provider runs itself. */
export const toolUseBlockSchema = z.object({
  type: z.enum(['tool_use', 'server_tool_use']),
  id: z.string(),
  name: z.string(),
  input: z.unknown().optional(),
});
export type ToolUseBlock = z.infer<typeof toolUseBlockSchema>;
