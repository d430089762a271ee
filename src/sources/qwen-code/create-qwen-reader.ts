/** Reads Qwen Code's sessions: a fork of Gemini CLI that writes each message once and its tools' results apart from their calls. */
import { MAIN_THREAD } from '../../model/event.ts';
import { createRecordReader } from '../create-record-reader.ts';
import { cutProse } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import type { Fields } from '../fields.ts';
import { toFields, toText } from '../fields.ts';
import { readParts, readResponse } from '../gemini-cli/read-parts.ts';
import { readToolResult } from '../gemini-cli/read-tool-result.ts';
import { readUserText } from '../gemini-cli/read-user-text.ts';
import { toAction } from '../gemini-cli/to-action.ts';
import { toEdits } from '../gemini-cli/to-edits.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { RECORD_SCHEMAS, toKind, type Envelope, type RecordKind, type RecordOf } from './records/record-schemas.ts';
import { createSessionLedger } from './session-ledger.ts';

interface Place {
  readonly line: number;
  readonly at: string | null;
  readonly thread: string;
}

interface OpenCall {
  readonly tool: string;
  readonly args: Fields;
  readonly place: Place;
}

type Handlers = { readonly [K in RecordKind]?: (record: RecordOf<K>, place: Place) => void };
type AnyHandler = (record: unknown, place: Place) => void;

/** Told beside the prompt, not by the person. */
const REMINDER = /<system-reminder>[\s\S]*?<\/system-reminder>\s*/g;
const NOT_TYPED: ReadonlySet<string> = new Set(['notification', 'cron']);

export function createQwenReader(fileName: string): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const ledger = createSessionLedger(fileName);
  const openByCallId = new Map<string, OpenCall>();
  const orderByUuid = new Map<string, number>();
  let prompts: number[] = []; // where the person's prompts stand in that order
  let ended: { readonly tool: string; readonly durationMs: number } | undefined; // the call whose result comes next

  const { add } = log;

  const handlers: Handlers = {
    user(record, place) {
      const parts = readParts(record.message.parts);
      const said = readUserText(parts.text.replace(REMINDER, ''), false);
      if (!said) return;
      const origin = NOT_TYPED.has(record.subtype ?? '') ? 'system' : said.origin;
      if (origin === 'human') {
        ledger.addPrompt(said.text);
        prompts.push(orderByUuid.get(record.uuid) ?? 0);
      }
      add({ ...place, id: record.uuid, kind: 'prompt', origin, text: cutProse(said.text), images: parts.images || undefined });
    },
    assistant(record, place) {
      const { text, thoughts, calls } = readParts(record.message?.parts ?? []);
      const { model, usageMetadata: usage } = record;
      if (model) ledger.addModel(model);
      if (usage) ledger.addTokens((usage.candidatesTokenCount ?? 0) + (usage.thoughtsTokenCount ?? 0));
      const thought = thoughts.join('').trim();
      if (thought) add({ ...place, id: `${record.uuid}#thought`, kind: 'reasoning', text: cutProse(thought) });
      if (text.trim()) add({ ...place, id: record.uuid, kind: 'reply', text: cutProse(text), model: model ?? undefined });
      for (const { id, name: tool, args } of calls) {
        const callId = id || `${record.uuid}#call`;
        openByCallId.set(callId, { tool, args, place });
        add({ ...place, id: callId, kind: 'call', callId, tool, action: toAction(tool, args) });
      }
    },
    tool_result(record, place) {
      const { parts } = record.message;
      const response = toFields(toFields(parts[0])['functionResponse']);
      const callId = record.toolCallResult?.callId ?? toText(response['id']);
      const call = openByCallId.get(callId);
      const tool = call?.tool ?? toText(response['name']);
      const display = record.toolCallResult?.resultDisplay;
      const result = readToolResult(tool, record.toolCallResult?.status ?? '', parts, display);
      openByCallId.delete(callId);
      if (call && result.outcome === 'ok') {
        const edits = toEdits(tool, call.args, display, readResponse(parts).text);
        for (const edit of edits) add({ ...call.place, id: `${callId}#edit`, kind: 'edit', callId, resultLine: place.line, ...edit });
      }
      const durationMs = ended?.tool === tool ? ended.durationMs : undefined;
      ended = undefined;
      add({ ...place, id: `${callId}#result`, kind: 'result', callId, ...result, durationMs });
      if (result.outcome === 'interrupted') add({ ...place, id: `${callId}#interruption`, kind: 'interruption', during: 'tool' });
    },
    'system/ui_telemetry'({ systemPayload: { uiEvent } }) {
      if (!uiEvent?.['event.name']?.endsWith('.tool_call') || !uiEvent.function_name || uiEvent.duration_ms == null) return;
      ended = { tool: uiEvent.function_name, durationMs: uiEvent.duration_ms };
    },
    'system/slash_command'(record, place) {
      const { phase, rawCommand } = record.systemPayload;
      if (phase !== 'result' && rawCommand) add({ ...place, id: record.uuid, kind: 'prompt', origin: 'command', text: cutProse(rawCommand) });
    },
    'system/chat_compression'(record, place) {
      add({ ...place, id: record.uuid, kind: 'compaction', tokensBefore: record.systemPayload.info?.originalTokenCount ?? undefined });
    },
    'system/custom_title'(record, place) {
      const { customTitle } = record.systemPayload;
      ledger.addTitle(customTitle);
      add({ ...place, id: record.uuid, kind: 'note', topic: 'title', text: cutProse(customTitle) });
    },
    'system/rewind'(record, place) {
      // It hangs on the record before the prompt that was taken back.
      const from = orderByUuid.get(record.parentUuid ?? '') ?? -1;
      const turns = prompts.filter((order) => order > from).length;
      prompts = prompts.filter((order) => order <= from);
      if (turns > 0) add({ ...place, id: record.uuid, kind: 'rollback', turns });
    },
  };

  function readRecord(value: unknown, line: number): void {
    census.countRecord();
    const kind = toKind(value);
    if (kind === '') return census.countMalformed(line, 'no record: an object with a type is expected');
    const schema = RECORD_SCHEMAS.get(kind);
    if (!schema) return census.countUnknown(kind);
    census.countKnown(kind);
    const parsed = schema.safeParse(value);
    if (!parsed.success) return census.countMalformed(line, describeMisfit(kind, parsed.error));
    const record = parsed.data as Envelope;
    // A resumed session writes what it goes on from again.
    if (orderByUuid.has(record.uuid)) return;
    orderByUuid.set(record.uuid, orderByUuid.size);
    ledger.addEnvelope(record);
    const handle = handlers[kind as RecordKind] as AnyHandler | undefined;
    handle?.(record, { line, at: toInstant(record.timestamp), thread: MAIN_THREAD });
  }

  return createRecordReader({ log, census, readRecord, toSession: ledger.toSession });
}
