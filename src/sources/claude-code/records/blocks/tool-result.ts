import { z } from 'zod';

export const toolResultBlockSchema = z.object({
  type: z.enum(['tool_result', 'web_search_tool_result', 'web_fetch_tool_result']),
  tool_use_id: z.string(),
  is_error: z.boolean().nullish(),
  content: z.unknown().optional(),
});
export type ToolResultBlock = z.infer<typeof toolResultBlockSchema>;
