import { mediaBlockSchema } from './media.ts';
import { redactedThinkingBlockSchema } from './redacted-thinking.ts';
import { textBlockSchema } from './text.ts';
import { thinkingBlockSchema } from './thinking.ts';
import { toolResultBlockSchema } from './tool-result.ts';
import { toolUseBlockSchema } from './tool-use.ts';

/** Content blocks by the `type` they carry. */
export const BLOCK_SCHEMAS = {
  text: textBlockSchema,
  thinking: thinkingBlockSchema,
  redacted_thinking: redactedThinkingBlockSchema,
  tool_use: toolUseBlockSchema,
  server_tool_use: toolUseBlockSchema,
  tool_result: toolResultBlockSchema,
  web_search_tool_result: toolResultBlockSchema,
  web_fetch_tool_result: toolResultBlockSchema,
  image: mediaBlockSchema,
  document: mediaBlockSchema,
};
