/**
 * Reads Gemini CLI's sessions. A message is written again, under the same id, whenever it grows: it is told when the next one
 * begins, and what it gains after that is told then. The one-document files have the same messages, each once.
 */
import { MAIN_THREAD, type EventOf } from '../../model/event.ts';
import { createRecordReader } from '../create-record-reader.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import { toFields } from '../fields.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { readParts, readResponse } from './read-parts.ts';
import { readToolResult } from './read-tool-result.ts';
import { readUserText } from './read-user-text.ts';
import type { Header } from './records/header.ts';
import type { GeminiMessage, ToolCall } from './records/message.ts';
import { RECORD_SCHEMAS, toKind, type RecordKind, type RecordOf } from './records/record-schemas.ts';
import { createSessionLedger } from './session-ledger.ts';
import { toAction } from './to-action.ts';
import { toEdits } from './to-edits.ts';

type MessageKind = Exclude<RecordKind, 'header' | '$set' | '$rewindTo'>;

/** What of a message has been told. Only ids are kept: a session may be long. */
interface Told {
  isHuman: boolean;
  hasText: boolean;
  thoughts: number;
  readonly calls: Set<string>;
  readonly results: Set<string>;
}

/** A message as last written, and the lines on which its text and its calls stood first. */
interface Growing {
  readonly id: string;
  kind: MessageKind;
  message: RecordOf<MessageKind>;
  text: string;
  textLine: number;
  line: number;
  readonly lineByCall: Map<string, number>;
}

const CANCELLED_NOTICE = /^Request cancelled\.?$/;

export function createGeminiReader(fileName: string): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const ledger = createSessionLedger(fileName);
  const toldById = new Map<string, Told>();
  let growing: Growing | undefined;
  let isInterruptionTold = false; // since the last prompt

  const { add } = log;
  const thread = (): string => (ledger.isSubAgent() ? ledger.ownId() : MAIN_THREAD);
  const placeOf = (line: number, time: unknown) => ({ line, at: toInstant(time), thread: thread() });

  function readMessage(kind: MessageKind, message: RecordOf<MessageKind>, line: number): void {
    if (growing?.id !== message.id) tellGrown();
    const { text } = readParts(message.content);
    growing ??= { id: message.id, kind, message, text, textLine: line, line, lineByCall: new Map() };
    if (growing.text !== text) growing.textLine = line;
    Object.assign(growing, { kind, message, text, line });
    const calls = kind === 'gemini' ? ((message as GeminiMessage).toolCalls ?? []) : [];
    for (const [index, call] of calls.entries()) {
      const callId = toCallId(message.id, call, index);
      if (!growing.lineByCall.has(callId)) growing.lineByCall.set(callId, line);
    }
  }

  function tellGrown(): void {
    const grown = growing;
    growing = undefined;
    if (!grown) return;
    const told = toldById.get(grown.id) ?? { isHuman: false, hasText: false, thoughts: 0, calls: new Set(), results: new Set() };
    toldById.set(grown.id, told);
    if (grown.kind === 'gemini') tellGemini(grown, grown.message as GeminiMessage, told);
    else if (told.hasText) return;
    else if (grown.kind === 'user') tellUser(grown, told);
    else tellNotice(grown, told);
  }

  function tellUser({ id, message, textLine }: Growing, told: Told): void {
    const { content, displayContent, timestamp } = message as RecordOf<'user'>;
    const parts = readParts(content);
    const said = readUserText(readParts(displayContent ?? content).text, ledger.isSubAgent());
    if (!said || (parts.hasResponse && said.origin !== 'human')) return;
    told.hasText = true;
    told.isHuman = said.origin === 'human';
    const place = placeOf(textLine, timestamp);
    if (said.cwd) ledger.addFolder(said.cwd);
    if (said.isSnapshot) add({ ...place, id: `${id}#compaction`, kind: 'compaction' });
    if (told.isHuman) {
      isInterruptionTold = false;
      ledger.addPrompt(said.text);
    }
    add({ ...place, id, kind: 'prompt', origin: said.origin, text: cutProse(said.text), images: parts.images || undefined });
  }

  function tellNotice({ id, kind, message, text, textLine }: Growing, told: Told): void {
    told.hasText = true;
    const place = placeOf(textLine, message.timestamp);
    if (CANCELLED_NOTICE.test(text.trim())) return tellInterruption({ ...place, id, during: 'reply' });
    if (text.trim() !== '') add({ ...place, id, kind: 'note', topic: kind === 'error' ? 'error' : 'other', text: cutText(text, OUTPUT_LIMIT).text });
  }

  function tellInterruption(interruption: Omit<EventOf<'interruption'>, 'kind' | 'seq'>): void {
    if (!isInterruptionTold) add({ ...interruption, kind: 'interruption' });
    isInterruptionTold = true;
  }

  function tellGemini(grown: Growing, message: GeminiMessage, told: Told): void {
    const { id, text, textLine } = grown;
    const { model, tokens, thoughts, toolCalls, timestamp } = message;
    if (model) ledger.addModel(model);
    if (tokens) ledger.addTokens(id, (tokens.output ?? 0) + (tokens.thoughts ?? 0));
    for (const [index, thought] of (thoughts ?? []).entries()) {
      if (index < told.thoughts) continue;
      told.thoughts = index + 1;
      const said = [thought.subject, thought.description].filter(Boolean).join('\n');
      if (said) add({ ...placeOf(textLine, thought.timestamp ?? timestamp), id: `${id}#thought${index}`, kind: 'reasoning', text: cutProse(said) });
    }
    if (!told.hasText && text.trim() !== '') {
      told.hasText = true;
      add({ ...placeOf(textLine, timestamp), id, kind: 'reply', text: cutProse(text), model: model ?? undefined });
    }
    for (const [index, call] of (toolCalls ?? []).entries()) tellCall(grown, call, toCallId(id, call, index), told, timestamp);
  }

  function tellCall({ line, lineByCall }: Growing, call: ToolCall, callId: string, told: Told, time: unknown): void {
    const { name: tool, status, result, resultDisplay, agentId } = call;
    const args = toFields(call.args);
    const callPlace = placeOf(lineByCall.get(callId) ?? line, time);
    if (!told.calls.has(callId)) {
      told.calls.add(callId);
      const action = toAction(tool, args);
      add({ ...callPlace, id: callId, kind: 'call', callId, tool, action: agentId && action.type === 'delegate' ? { ...action, thread: agentId } : action });
    }
    if (told.results.has(callId) || !status || !ENDED.has(status)) return;
    told.results.add(callId);
    const ended = readToolResult(tool, status, result, resultDisplay);
    if (ended.outcome === 'ok') {
      for (const edit of toEdits(tool, args, resultDisplay, readResponse(result).text))
        add({ ...callPlace, id: `${callId}#edit`, kind: 'edit', callId, resultLine: line, ...edit });
    }
    const place = placeOf(line, call.timestamp ?? time);
    add({ ...place, id: `${callId}#result`, kind: 'result', callId, ...ended });
    if (ended.outcome === 'interrupted') tellInterruption({ ...place, id: `${callId}#interruption`, during: 'tool' });
  }

  function readHeader(header: Partial<Header>, line: number): void {
    ledger.addHeader(header);
    // The whole history, written anew: what of it was told already is not told again.
    for (const message of header.messages ?? []) readRecord(message, line);
  }

  function rewindTo(id: string, line: number): void {
    tellGrown();
    const ids = [...toldById.keys()];
    const from = ids.indexOf(id);
    // Where the message is unknown the agent itself begins anew.
    const taken = ids.slice(Math.max(0, from));
    const turns = taken.filter((each) => toldById.get(each)?.isHuman).length;
    for (const each of taken) Object.assign(toldById.get(each) ?? {}, { isHuman: false });
    if (turns > 0) add({ ...placeOf(line, null), id: `rewind:${id}`, kind: 'rollback', turns });
  }

  function readRecord(value: unknown, line: number): void {
    census.countRecord();
    const kind = toKind(value);
    if (kind === '') return census.countMalformed(line, 'no record: a message or a patch is expected');
    const schema = RECORD_SCHEMAS.get(kind);
    if (!schema) return census.countUnknown(kind);
    census.countKnown(kind);
    const parsed = schema.safeParse(value);
    if (!parsed.success) return census.countMalformed(line, describeMisfit(kind, parsed.error));
    if (kind === 'header') readHeader(parsed.data as RecordOf<'header'>, line);
    else if (kind === '$set') readHeader((parsed.data as RecordOf<'$set'>).$set, line);
    else if (kind === '$rewindTo') rewindTo((parsed.data as RecordOf<'$rewindTo'>).$rewindTo, line);
    else readMessage(kind as MessageKind, parsed.data as RecordOf<MessageKind>, line);
  }

  return createRecordReader({ log, census, readRecord, tellRest: tellGrown, toSession: ledger.toSession });
}

const ENDED = new Set(['success', 'error', 'cancelled']);

const toCallId = (messageId: string, call: ToolCall, index: number): string => call.id ?? `${messageId}#call${index}`;
