/** Every record kind of Codex that Rounds knows, with the schema of what it needs from its payload. */
import { z } from 'zod';
import { compactedSchema } from './compacted.ts';
import { itemCompletedSchema } from './events/item-completed.ts';
import { mcpToolCallEndSchema } from './events/mcp-tool-call-end.ts';
import { noticeSchema, reviewModeSchema, threadNameSchema } from './events/notice.ts';
import { patchApplyEndSchema } from './events/patch-apply-end.ts';
import { agentMessageEventSchema, agentReasoningEventSchema, userMessageEventSchema } from './events/text-event.ts';
import { tokenCountSchema } from './events/token-count.ts';
import { contextCompactedSchema, threadRolledBackSchema, turnAbortedSchema, turnStartedSchema } from './events/turn.ts';
import { customToolCallItemSchema } from './items/custom-tool-call.ts';
import { functionCallItemSchema } from './items/function-call.ts';
import { localShellCallItemSchema } from './items/local-shell-call.ts';
import { messageItemSchema } from './items/message.ts';
import { reasoningItemSchema } from './items/reasoning.ts';
import { toolOutputItemSchema } from './items/tool-output.ts';
import { toolSearchCallItemSchema, toolSearchOutputItemSchema } from './items/tool-search.ts';
import { webSearchCallItemSchema } from './items/web-search-call.ts';
import { sessionMetaSchema } from './session-meta.ts';
import { SILENT_EVENTS, SILENT_ITEMS, SILENT_RECORDS, silentRecordSchema } from './silent-record.ts';
import { turnContextSchema } from './turn-context.ts';

/** Kinds that make events or say something about the session. */
export const SPOKEN_SCHEMAS = {
  session_meta: sessionMetaSchema,
  turn_context: turnContextSchema,
  compacted: compactedSchema,
  'response_item/message': messageItemSchema,
  'response_item/reasoning': reasoningItemSchema,
  'response_item/function_call': functionCallItemSchema,
  'response_item/function_call_output': toolOutputItemSchema,
  'response_item/custom_tool_call': customToolCallItemSchema,
  'response_item/custom_tool_call_output': toolOutputItemSchema,
  'response_item/local_shell_call': localShellCallItemSchema,
  'response_item/web_search_call': webSearchCallItemSchema,
  'response_item/tool_search_call': toolSearchCallItemSchema,
  'response_item/tool_search_output': toolSearchOutputItemSchema,
  'event_msg/user_message': userMessageEventSchema,
  'event_msg/agent_message': agentMessageEventSchema,
  'event_msg/agent_reasoning': agentReasoningEventSchema,
  'event_msg/patch_apply_end': patchApplyEndSchema,
  'event_msg/mcp_tool_call_end': mcpToolCallEndSchema,
  'event_msg/token_count': tokenCountSchema,
  'event_msg/task_started': turnStartedSchema,
  'event_msg/turn_started': turnStartedSchema,
  'event_msg/turn_aborted': turnAbortedSchema,
  'event_msg/thread_rolled_back': threadRolledBackSchema,
  'event_msg/context_compacted': contextCompactedSchema,
  'event_msg/item_completed': itemCompletedSchema,
  'event_msg/error': noticeSchema,
  'event_msg/stream_error': noticeSchema,
  'event_msg/warning': noticeSchema,
  'event_msg/entered_review_mode': reviewModeSchema,
  'event_msg/exited_review_mode': reviewModeSchema,
  'event_msg/thread_name_updated': threadNameSchema,
};

const listed = (prefix: string, kinds: readonly string[]) => kinds.map((kind) => [`${prefix}${kind}`, silentRecordSchema] as const);

export const RECORD_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...Object.entries(SPOKEN_SCHEMAS),
  ...listed('', SILENT_RECORDS),
  ...listed('response_item/', SILENT_ITEMS),
  ...listed('event_msg/', SILENT_EVENTS),
]);

export type SpokenKind = keyof typeof SPOKEN_SCHEMAS;
export type PayloadOf<K extends SpokenKind> = z.infer<(typeof SPOKEN_SCHEMAS)[K]>;
