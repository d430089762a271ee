/** Turns the content of one message (the person's, the agent's, or a sub-agent's) into events. */
import { MAIN_THREAD } from '../../model/event.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import type { EscapedText } from '../escaped-text.ts';
import type { NewEvent } from '../event-log.ts';
import { toFields, toName, type Fields } from '../fields.ts';
import { withFileTexts } from '../file-texts.ts';
import { describeMisfit, type RecordCensus } from '../record-census.ts';
import { readToolResult } from './read-tool-result.ts';
import { readUserText } from './read-user-text.ts';
import { BLOCK_SCHEMAS } from './records/blocks/block-schemas.ts';
import type { ToolResultBlock } from './records/blocks/tool-result.ts';
import type { ToolUseBlock } from './records/blocks/tool-use.ts';
import { toAction } from './to-action.ts';
import { isEditTool, toEdits } from './to-edits.ts';

/** Where a record stands and what it is about. `id` names its first event; the others get a suffix. */
export interface Place {
  readonly line: number;
  readonly id: string;
  readonly at: string | null;
  readonly thread: string;
  readonly replayed: true | undefined;
}

export interface MessageTraits {
  readonly isMeta?: boolean;
  readonly isSummary?: boolean;
  readonly isFromProgram?: boolean;
  readonly isApiError?: boolean;
  /** The file before the edit the message tells of, where it was taken out of the record. */
  readonly originalFile?: EscapedText | undefined;
  /** Called before a prompt of the person is told. */
  readonly onHumanPrompt?: (text: string) => void;
}

export interface MessageReader {
  readonly readUser: (content: unknown, structure: unknown, place: Place, traits?: MessageTraits) => void;
  readonly readAssistant: (content: unknown, model: string | undefined, place: Place, traits?: MessageTraits) => void;
}

interface PendingCall {
  readonly line: number;
  readonly at: string | null;
  readonly tool: string;
  /** Kept only for editing calls, whose result may lack its structure. */
  readonly input: Fields;
}

export function createMessageReader({ add, census }: { add: (event: NewEvent) => void; census: RecordCensus }): MessageReader {
  const pendingByCallId = new Map<string, PendingCall>();

  /** The block when a schema knows it and it fits. */
  function parseBlock(value: unknown, place: Place, speaker: string): { type: string; value: unknown } | undefined {
    const type = toFields(value)['type'];
    const schema = typeof type === 'string' && Object.hasOwn(BLOCK_SCHEMAS, type) ? BLOCK_SCHEMAS[type as keyof typeof BLOCK_SCHEMAS] : undefined;
    if (typeof type !== 'string' || !schema) return void census.countUnknown(`${speaker} block ${toName(type)}`);
    const parsed = schema.safeParse(value);
    if (!parsed.success) return void census.countMalformed(place.line, describeMisfit(`${speaker} block ${type}`, parsed.error));
    return { type, value: parsed.data };
  }

  function readCall(block: ToolUseBlock, base: Place): void {
    const input = toFields(block.input);
    pendingByCallId.set(block.id, { line: base.line, at: base.at, tool: block.name, input: isEditTool(block.name) ? input : {} });
    add({ ...base, kind: 'call', callId: block.id, tool: block.name, action: toAction(block.name, input) });
  }

  function readResult(block: ToolResultBlock, structure: unknown, base: Place, originalFile?: EscapedText): void {
    const call = pendingByCallId.get(block.tool_use_id);
    pendingByCallId.delete(block.tool_use_id);
    const result = readToolResult(call?.tool ?? '', block, structure);
    if (call && result.outcome === 'ok') {
      for (const [index, { texts, ...edit }] of toEdits(call.tool, call.input, structure, originalFile).entries()) {
        const event: NewEvent & { kind: 'edit' } = {
          ...base,
          id: `${block.tool_use_id}#edit${index || ''}`,
          line: call.line,
          at: call.at,
          kind: 'edit',
          callId: block.tool_use_id,
          resultLine: base.line,
          ...edit,
        };
        add(texts ? withFileTexts(event, texts) : event);
      }
    }
    add({ ...base, kind: 'result', callId: block.tool_use_id, ...result });
  }

  function readTexts(text: string, images: number, place: Place, traits: MessageTraits): void {
    const context = {
      isMeta: traits.isMeta === true,
      isSummary: traits.isSummary === true,
      isFromProgram: traits.isFromProgram === true,
      isSubAgent: place.thread !== MAIN_THREAD,
    };
    for (const [index, part] of readUserText(text, context).entries()) {
      const base = index === 0 ? place : { ...place, id: `${place.id}#${index}` };
      if (part.as === 'interruption') add({ ...base, kind: 'interruption', during: part.during });
      else if (part.as === 'command-output') add({ ...base, kind: 'note', topic: 'command-output', text: cutText(part.text, OUTPUT_LIMIT).text });
      else {
        if (part.origin === 'human') traits.onHumanPrompt?.(part.text);
        add({ ...base, kind: 'prompt', origin: part.origin, text: cutProse(part.text), images: images || undefined });
      }
    }
  }

  return {
    readUser(content, structure, place, traits = {}) {
      if (typeof content === 'string') return readTexts(content, 0, place, traits);
      const blocks = toBlocks(content, place, 'user');
      const images = blocks.filter((block) => block.type === 'image' || block.type === 'document').length;
      // What the person typed may stand in several blocks beside its pictures: it is one message.
      const typed = blocks.flatMap((block) => (block.type === 'text' ? [(block.value as { text: string }).text] : []));
      for (const [index, block] of blocks.entries()) {
        if (RESULT_TYPES.has(block.type))
          readResult(block.value as ToolResultBlock, structure, { ...place, id: index === 0 ? place.id : `${place.id}#r${index}` }, traits.originalFile);
      }
      for (const [index, text] of typed.entries())
        readTexts(text, index === 0 ? images : 0, { ...place, id: index === 0 && blocks.length === typed.length ? place.id : `${place.id}#t${index}` }, traits);
      if (typed.length === 0 && images > 0) readTexts(`[${images === 1 ? 'picture' : `${images} pictures`}]`, images, place, traits);
    },
    readAssistant(content, model, place, traits = {}) {
      const blocks = typeof content === 'string' ? [{ type: 'text', value: { text: content } }] : toBlocks(content, place, 'assistant');
      for (const [index, { type, value }] of blocks.entries()) {
        const base = index === 0 ? place : { ...place, id: `${place.id}#${index}` };
        if (type === 'text') readReply((value as { text: string }).text, model, base, traits);
        else if (type === 'thinking') readThinking((value as { thinking: string }).thinking, base);
        else if (type === 'tool_use' || type === 'server_tool_use') readCall(value as ToolUseBlock, base);
        else if (RESULT_TYPES.has(type)) readResult(value as ToolResultBlock, undefined, base);
      }
    },
  };

  function toBlocks(content: unknown, place: Place, speaker: string): { type: string; value: unknown }[] {
    if (!Array.isArray(content)) {
      census.countMalformed(place.line, `${speaker}: message.content: neither text nor blocks`);
      return [];
    }
    return content.flatMap((value: unknown) => parseBlock(value, place, speaker) ?? []);
  }

  function readReply(text: string, model: string | undefined, base: Place, traits: MessageTraits): void {
    if (text.trim() === '') return;
    if (traits.isApiError) add({ ...base, kind: 'note', topic: 'error', text: cutProse(text) });
    else if (model === SYNTHETIC_MODEL) add({ ...base, kind: 'note', topic: 'other', text: cutProse(text) });
    else add({ ...base, kind: 'reply', text: cutProse(text), model });
  }

  function readThinking(text: string, base: Place): void {
    if (text.trim() !== '') add({ ...base, kind: 'reasoning', text: cutProse(text) });
  }
}

const RESULT_TYPES = new Set(['tool_result', 'web_search_tool_result', 'web_fetch_tool_result']);
/** The program speaks in the agent's place. */
const SYNTHETIC_MODEL = '<synthetic>';
