/** Reads Entire's own transcripts: prompts, replies, and calls with what came of them. Thinking and the structure of edits are not in them. */
import { hash } from 'node:crypto';
import { MAIN_THREAD } from '../../model/event.ts';
import { toSessionId } from '../../model/session.ts';
import { readToolResult, type ToolResult } from '../claude-code/read-tool-result.ts';
import { readUserText } from '../claude-code/read-user-text.ts';
import { toAction } from '../claude-code/to-action.ts';
import { isEditTool, toEdits, type EditChange } from '../claude-code/to-edits.ts';
import { parsePatchEnvelope } from '../codex/parse-patch-envelope.ts';
import { readToolOutput } from '../codex/read-tool-output.ts';
import { toAction as toCodexAction } from '../codex/to-action.ts';
import { cutProse } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import { toFields, toOptionalText, toText } from '../fields.ts';
import { parseLine } from '../parse-line.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { toTitle } from '../to-title.ts';
import { BLOCK_SCHEMAS, LINE_SCHEMAS, type Line, type ToolUse } from './records/record-schemas.ts';
import { toTool } from './to-tool.ts';

interface Place {
  readonly line: number;
  readonly at: string | null;
  readonly thread: typeof MAIN_THREAD;
}

const CODEX_TOOLS = new Set(['exec_command', 'apply_patch', 'shell', 'shell_command', 'write_stdin', 'update_plan', 'view_image']);

export function createEntireReader(fileName: string): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const tokensById = new Map<string, number>();
  let title: string | undefined;
  const { add } = log;

  function readPrompt(text: string, images: number, id: string | undefined, place: Place): void {
    for (const said of readUserText(text, { isMeta: false, isSummary: false, isSubAgent: false, isFromProgram: false })) {
      if (said.as === 'interruption') add({ ...place, id: toId(place, 'interruption', text), kind: 'interruption', during: said.during });
      else if (said.as === 'command-output') add({ ...place, id: toId(place, 'note', text), kind: 'note', topic: 'command-output', text: cutProse(said.text) });
      else {
        if (said.origin === 'human') title ??= toTitle(said.text);
        add({ ...place, id: id ?? toId(place, 'prompt', text), kind: 'prompt', origin: said.origin, text: cutProse(said.text), images: images || undefined });
      }
    }
  }

  function readTool(block: ToolUse, index: number, place: Place): void {
    const tool = toTool(block.name, block.input);
    const isCodex = CODEX_TOOLS.has(block.name);
    const callId = block.id ?? toId(place, `call${index}`, block.name);
    const action = isCodex ? toCodexAction(block.name, undefined, block.input) : toAction(tool.name, tool.input);
    add({ ...place, id: callId, kind: 'call', callId, tool: block.name, action });
    if (!block.result) return;
    const result = toResult(tool.name, isCodex, block.result);
    const edits: readonly Omit<EditChange, 'humanModified'>[] =
      result.outcome !== 'ok' ? [] : isCodex ? parsePatchEnvelope(toText(block.input)) : isEditTool(tool.name) ? toEdits(tool.name, tool.input, undefined) : [];
    for (const [at, edit] of edits.entries()) add({ ...place, id: `${callId}#edit${at || ''}`, kind: 'edit', callId, resultLine: place.line, ...edit });
    add({ ...place, id: `${callId}#result`, kind: 'result', callId, ...result });
  }

  function readBlock(value: unknown, index: number, isUser: boolean, place: Place): void {
    const fields = toFields(value);
    const type = toOptionalText(fields['type']) ?? 'text';
    const kind = `block/${type}`;
    census.countRecord();
    if (!Object.hasOwn(BLOCK_SCHEMAS, type)) return census.countUnknown(kind);
    census.countKnown(kind);
    const parsed = BLOCK_SCHEMAS[type as keyof typeof BLOCK_SCHEMAS].safeParse(value);
    if (!parsed.success) return census.countMalformed(place.line, describeMisfit(kind, parsed.error));
    if (type === 'tool_use') return readTool(parsed.data as ToolUse, index, place);
    if (type === 'thinking') {
      const text = toText(fields['thinking']);
      if (text.trim() !== '') add({ ...place, id: toId(place, 'reasoning', text), kind: 'reasoning', text: cutProse(text) });
    } else if (type === 'text' && !isUser) {
      const text = toText(fields['text']);
      if (text.trim() !== '') add({ ...place, id: toId(place, 'reply', text), kind: 'reply', text: cutProse(text) });
    }
  }

  function readContent({ content, id, ts, output_tokens: tokens }: Line, isUser: boolean, line: number): void {
    const place: Place = { line, at: ts == null ? null : toInstant(ts), thread: MAIN_THREAD };
    const blocks = typeof content === 'string' ? [{ text: content }] : (content ?? []);
    // Parts of one message repeat its count.
    if (tokens != null) tokensById.set(id ?? String(line), Math.max(tokens, tokensById.get(id ?? String(line)) ?? 0));
    for (const [index, block] of blocks.entries()) readBlock(block, index, isUser, place);
    if (!isUser) return;
    const images = blocks.filter((block) => toFields(block)['type'] === 'image').length;
    for (const block of blocks.map(toFields)) {
      const text = toText(block['text']);
      if (text !== '') readPrompt(text, images, toOptionalText(block['id']), place);
    }
  }

  function readRecord(value: unknown, line: number): void {
    census.countRecord();
    const type = toText(toFields(value)['type']);
    if (type === '') return census.countMalformed(line, 'no record: an object with a type is expected');
    if (!Object.hasOwn(LINE_SCHEMAS, type)) return census.countUnknown(type);
    census.countKnown(type);
    const parsed = LINE_SCHEMAS[type as keyof typeof LINE_SCHEMAS].safeParse(value);
    if (!parsed.success) return census.countMalformed(line, describeMisfit(type, parsed.error));
    readContent(parsed.data, type === 'user', line);
  }

  return {
    read(line, emit) {
      log.emitTo(emit);
      const { records, why } = parseLine(line);
      for (const record of records) readRecord(record, line.line);
      if (why !== undefined) census.countMalformed(line.line, why);
    },
    finish(emit) {
      log.emitTo(emit);
      // The lines name no session; Entire's folders and Rounds name the transcript after it.
      const nativeId = fileName.replace(/\.jsonl$/, '');
      return {
        session: {
          id: toSessionId('entire', nativeId),
          agent: 'entire',
          nativeId,
          agentVersions: [],
          models: [],
          title,
          startedAt: log.startedAt(),
          endedAt: log.endedAt(),
          outputTokens: tokensById.size > 0 ? [...tokensById.values()].reduce((sum, tokens) => sum + tokens, 0) : undefined,
        },
        events: log.count(),
        ...census.summary(),
      };
    },
  };
}

function toResult(tool: string, isCodex: boolean, { output, status }: NonNullable<ToolUse['result']>): ToolResult {
  if (isCodex) return readToolOutput(output);
  return readToolResult(tool, { type: 'tool_result', tool_use_id: '', content: toText(output), is_error: status === 'error' }, undefined);
}

const toId = (place: Place, kind: string, text: string): string => `${kind}:${hash('sha1', `${place.at}\n${text}`).slice(0, 16)}`;
