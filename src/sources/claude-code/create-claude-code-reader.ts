/** Reads Claude Code's JSONL: each record once, in file order, as events. */
import { MAIN_THREAD, type EventOf } from '../../model/event.ts';
import { createRecordReader } from '../create-record-reader.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import { toFields, toOptionalText, toText } from '../fields.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { toTitle } from '../to-title.ts';
import type { EscapedText } from '../escaped-text.ts';
import { createConversationTree } from './conversation-tree.ts';
import { createMessageReader, type Place } from './create-message-reader.ts';
import { isFromProgram } from './is-from-program.ts';
import { parseLightened } from './lighten-line.ts';
import { createPromptQueue, type QueuedText } from './prompt-queue.ts';
import type { Envelope } from './records/envelope.ts';
import { RECORD_SCHEMAS, toRecordKind, type RecordOf, type SpokenKind } from './records/record-schemas.ts';
import { createSessionLedger, toAgentId } from './session-ledger.ts';
import { toSilentKind } from './skip-silent-line.ts';

type Handlers = { readonly [K in SpokenKind]?: (record: RecordOf<K>, place: Place) => void };
type AnyHandler = (record: unknown, place: Place) => void;

export function createClaudeCodeReader(fileName: string): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const tree = createConversationTree();
  const queue = createPromptQueue();
  const ledger = createSessionLedger(fileName);
  let isSummaryDue = false; // a compaction was told, and its summary is still to come
  let originalFile: EscapedText | undefined; // taken out of the record that is being read
  const agentInName = toAgentId(fileName);
  const modes = new Map<string, string>();

  const { add } = log;
  const messages = createMessageReader({ add, census });
  const note = (place: Place, topic: EventOf<'note'>['topic'], text: string) => {
    if (text.trim() !== '') add({ ...place, kind: 'note', topic, text: cutText(text, OUTPUT_LIMIT).text });
  };
  const nameAfter = (text: string) => {
    const title = toTitle(text);
    if (title) ledger.addTitle(title, 'prompt');
  };
  const readTitle = (record: RecordOf<'ai-title'>, place: Place, rank: 'ai' | 'custom') => {
    const title = record.customTitle ?? record.aiTitle ?? record.title;
    if (!title) return;
    ledger.addTitle(title, rank);
    note(place, 'title', title);
  };
  const readMode = (name: string, mode: string | null | undefined, place: Place) => {
    if (!mode || modes.get(name) === mode) return;
    modes.set(name, mode);
    note(place, 'mode', mode);
  };
  const readHook = ({ attachment }: RecordOf<'attachment/hook_blocking_error'>, place: Place) => {
    const said = [attachment.content, toFields(attachment.blockingError)['blockingError'], attachment.stderr, attachment.stdout]
      .map(toText)
      .find((text) => text.trim() !== '');
    if (said) note(place, 'hook', attachment.hookName ? `${attachment.hookName}: ${said}` : said);
  };

  const tellAttached = (text: string) => {
    queue.forget(text);
    nameAfter(text);
  };
  const tellQueued = ({ text, line, at }: QueuedText) => {
    nameAfter(text);
    add({ id: `queued:${at}`, line, at, thread: MAIN_THREAD, kind: 'prompt', origin: 'human', text: cutProse(text) });
  };

  const handlers: Handlers = {
    user(record, place) {
      if (record.isCompactSummary && !isSummaryDue) add({ ...withSuffix(place, '#compaction'), kind: 'compaction' });
      if (record.isCompactSummary) isSummaryDue = false;
      messages.readUser(record.message.content, record.toolUseResult, place, {
        isMeta: record.isMeta === true,
        isSummary: record.isCompactSummary === true,
        isFromProgram: isFromProgram(record.origin, record.promptSource),
        originalFile,
        onHumanPrompt(text) {
          queue.forget(text);
          const turns = tree.addPrompt(record.parentUuid ?? undefined);
          if (turns > 0) add({ ...withSuffix(place, '#rollback'), kind: 'rollback', turns });
          if (!place.replayed) nameAfter(text);
        },
      });
    },
    assistant(record, place) {
      const { id, model, usage, content } = record.message;
      ledger.addUsage(id ?? undefined, model ?? undefined, usage?.output_tokens ?? undefined);
      messages.readAssistant(content, model ?? undefined, place, { isApiError: record.isApiErrorMessage === true });
    },
    'progress/agent_progress'(record, outer) {
      const { agentId, message } = record.data;
      if (!message) return;
      if (message.uuid && !tree.addRecord(message.uuid, agentId)) return;
      const place = { ...outer, id: message.uuid ?? outer.id, thread: agentId, at: toInstant(message.timestamp) ?? outer.at };
      const inner = toFields(message.message);
      if (message.type !== 'assistant') return messages.readUser(inner['content'], message.toolUseResult, place);
      const model = toOptionalText(inner['model']);
      const tokens = toFields(inner['usage'])['output_tokens'];
      ledger.addUsage(toOptionalText(inner['id']), model, typeof tokens === 'number' ? tokens : undefined);
      messages.readAssistant(inner['content'], model, place);
    },
    summary: (record) => ledger.addTitle(record.summary, 'summary', record.leafUuid ?? undefined),
    'ai-title': (record, place) => readTitle(record, place, 'ai'),
    'custom-title': (record, place) => readTitle(record, place, 'custom'),
    mode: (record, place) => readMode('mode', record.mode, place),
    'permission-mode': (record, place) => readMode('permission-mode', record.permissionMode, place),
    'pr-link': (record, place) => note(place, 'pull-request', record.prUrl),
    'queue-operation'(record, place) {
      if (record.operation === 'enqueue') return queue.enqueue(toText(record.content), place.line, place.at);
      if (record.operation !== 'remove') return queue.drop(record.operation === 'popAll');
      const queued = queue.handOver();
      if (queued) tellQueued(queued);
    },
    'attachment/queued_command'(record, place) {
      const { prompt, commandMode, isMeta, origin } = record.attachment;
      if (typeof prompt === 'string' && queue.takeHandedOver(prompt)) return;
      const isNotice = commandMode != null && commandMode !== 'prompt';
      messages.readUser(prompt, undefined, place, { isMeta: isMeta === true, isFromProgram: isNotice || isFromProgram(origin), onHumanPrompt: tellAttached });
    },
    'attachment/hook_blocking_error': readHook,
    'attachment/hook_non_blocking_error': readHook,
    'attachment/hook_error_during_execution': readHook,
    'attachment/hook_stopped_continuation': readHook,
    'attachment/hook_system_message': readHook,
    'system/compact_boundary'(record, place) {
      isSummaryDue = true;
      add({
        ...place,
        kind: 'compaction',
        trigger: record.compactMetadata?.trigger ?? undefined,
        tokensBefore: record.compactMetadata?.preTokens ?? undefined,
      });
    },
    'system/microcompact_boundary': (record, place) => note(place, 'other', record.content || 'Older tool results were dropped from the context.'),
    'system/api_error': (record, place) => note(place, 'error', ['API error', record.error?.status, record.error?.message].filter(Boolean).join(' ')),
    'system/stop_hook_summary'(record, place) {
      const errors = (record.hookErrors ?? []).map(toText);
      if (errors.length > 0 || record.preventedContinuation === true)
        note(place, 'hook', [...errors, record.stopReason || 'The hook kept the agent going.'].join('\n'));
    },
    'system/local_command': (record, place) => messages.readUser(record.content ?? '', undefined, place, { isMeta: true }),
    'system/away_summary': (record, place) => note(place, 'other', record.content ?? ''),
    'system/informational': (record, place) => note(place, 'other', record.content ?? ''),
  };

  function toPlace(record: Envelope, line: number, kind: string): Place {
    const isSide = record.isSidechain === true;
    const thread = isSide ? (record.agentId ?? agentInName ?? sideThread(record)) : MAIN_THREAD;
    return { line, id: record.uuid ?? `${kind}:${line}`, at: toInstant(record.timestamp), thread, replayed: ledger.isForeign(record) || undefined };
  }

  /** Old versions give a sub-agent no id: its thread is named after the first record of its own tree. */
  function sideThread(record: Envelope): string {
    const parentThread = record.parentUuid ? tree.threadOf(record.parentUuid) : MAIN_THREAD;
    return parentThread === MAIN_THREAD ? `side-${(record.uuid ?? '').slice(0, 8)}` : parentThread;
  }

  function readRecord(value: unknown, line: number): void {
    census.countRecord();
    const kind = toRecordKind(value);
    const schema = RECORD_SCHEMAS.get(kind);
    if (kind === '') return census.countMalformed(line, 'no record: an object with a type is expected');
    if (!schema) return census.countUnknown(kind);
    census.countKnown(kind);
    const parsed = schema.safeParse(value);
    if (!parsed.success) return census.countMalformed(line, describeMisfit(kind, parsed.error));
    const record = parsed.data as Envelope;
    const place = toPlace(record, line, kind);
    if (record.uuid && !tree.addRecord(record.uuid, place.thread)) return;
    ledger.addEnvelope(record);
    const handle = handlers[kind as SpokenKind] as AnyHandler | undefined;
    handle?.(record, place);
  }

  return createRecordReader({
    log,
    census,
    toSilentKind,
    readLightly({ bytes, line }) {
      const light = parseLightened(bytes);
      if (!light) return false;
      originalFile = light.originalFile;
      readRecord(light.record, line);
      originalFile = undefined;
      return true;
    },
    readRecord,
    tellRest() {
      for (const queued of queue.takeWaiting()) tellQueued(queued);
    },
    toSession: (times) => ledger.toSession(times, tree.hasRecord),
  });
}

const withSuffix = (place: Place, suffix: string): Place => ({ ...place, id: place.id + suffix });
