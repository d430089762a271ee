/** Reads Codex's rollouts: items of the conversation first, events of the screen only for what no item says. */
import { hash } from 'node:crypto';
import { MAIN_THREAD, type EventOf, type PromptOrigin } from '../../model/event.ts';
import { createRecordReader } from '../create-record-reader.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { createEventLog, type NewEvent } from '../event-log.ts';
import { toFields, toText } from '../fields.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { toTitle } from '../to-title.ts';
import { createCallReader } from './create-call-reader.ts';
import { createReplayDetector } from './create-replay-detector.ts';
import { createTwinFilter } from './create-twin-filter.ts';
import { readUserText } from './read-user-text.ts';
import { RECORD_SCHEMAS, type PayloadOf, type SpokenKind } from './records/record-schemas.ts';
import { createSessionLedger } from './session-ledger.ts';
import { toSilentKind } from './skip-silent-line.ts';
import { toRolloutRecord } from './to-rollout-record.ts';
import type { Place } from './place.ts';

type Handlers = { readonly [K in SpokenKind]?: (payload: PayloadOf<K>, place: Place) => void };
type AnyHandler = (payload: unknown, place: Place) => void;

export function createCodexReader(fileName: string): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const ledger = createSessionLedger(fileName);
  const replay = createReplayDetector();
  const userTwins = createTwinFilter<() => NewEvent>();
  const replyTwins = createTwinFilter<() => NewEvent>();
  const reasoningTwins = createTwinFilter<() => NewEvent>();
  let model: string | undefined;
  let isAbortTold = false; // this turn's interruption, which an event and a message both tell
  let lastCompaction: 'record' | 'event' | undefined; // since the last message or call

  const { add } = log;
  const calls = createCallReader({ add });

  const toReply = (place: Place, text: string): NewEvent => ({ ...place, id: toId(place, 'reply', text), kind: 'reply', text: cutProse(text), model });
  const note = (place: Place, topic: EventOf<'note'>['topic'], text: string | null | undefined) => {
    if (text) add({ ...place, id: toId(place, 'note', text), kind: 'note', topic, text: cutText(text, OUTPUT_LIMIT).text });
  };

  /** What waited for an item that a call or a turn's end shows will not come. */
  function tellAlone(): void {
    for (const toEvent of [...userTwins.takeAlone(), ...reasoningTwins.takeAlone(), ...replyTwins.takeAlone()]) {
      const event = toEvent();
      if (event.kind === 'prompt') startTurn(event.text, event.replayed);
      add(event);
    }
  }

  function startTurn(text: string, isReplayed: boolean | undefined): void {
    isAbortTold = false;
    const title = toTitle(text);
    if (title && !isReplayed) ledger.addTitle(title, false);
  }

  function tellAbort(place: Place, reason: string | undefined): void {
    if (isAbortTold) return;
    isAbortTold = true;
    add({ ...place, id: toId(place, 'interruption', ''), kind: 'interruption', during: calls.hasOpenCall() ? 'tool' : 'reply', reason });
  }

  function tellCompaction(place: Place, from: 'record' | 'event'): void {
    const isTwin = lastCompaction !== undefined && lastCompaction !== from;
    lastCompaction = isTwin ? undefined : from;
    if (!isTwin) add({ ...place, id: toId(place, 'compaction', ''), kind: 'compaction' });
  }

  function readUserMessage(parts: readonly string[], images: number, place: Place): void {
    for (const text of parts) {
      const said = readUserText(text, ledger.parentId() !== undefined);
      if (!said) continue;
      if (said.isAbort) tellAbort(place, 'interrupted');
      const isPersons = said.origin === 'human' || said.origin === 'agent';
      if (isPersons && !userTwins.addItem(said.text)) continue;
      if (said.origin === 'human') startTurn(said.text, place.replayed);
      add(toPrompt(place, said.origin, said.text, isPersons ? images : 0));
    }
  }

  const handlers: Handlers = {
    session_meta(meta, place) {
      ledger.addSessionMeta(meta);
      replay.addSessionMeta(meta.id, toInstant(meta.timestamp), place.at);
    },
    turn_context(context) {
      if (!context.model) return;
      model = context.model;
      ledger.addModel(model);
    },
    compacted(record, place) {
      tellCompaction(place, 'record');
      if (record.message) add(toPrompt(place, 'summary', record.message));
    },
    'response_item/message'(message, place) {
      const blocks = typeof message.content === 'string' ? [{ type: 'input_text', text: message.content }] : (message.content ?? []);
      const texts = blocks.flatMap((block) => (typeof block.text === 'string' && block.text.trim() !== '' ? [block.text] : []));
      lastCompaction = undefined;
      if (message.role === 'user') return readUserMessage(texts, blocks.filter((block) => block.type.includes('image')).length, place);
      if (message.role !== 'assistant') return; // developer and system: Codex's own instructions
      const text = texts.join('\n');
      if (text !== '' && replyTwins.addItem(text)) add(toReply(place, text));
    },
    'response_item/reasoning'(item, place) {
      for (const { text } of item.summary ?? []) if (text && reasoningTwins.addItem(text)) add(toReasoning(place, text));
    },
    'response_item/function_call': (item, place) => readCall(item.call_id, item.name, item.namespace ?? undefined, item.arguments, place),
    'response_item/custom_tool_call': (item, place) => readCall(item.call_id, item.name, undefined, item.input, place),
    'response_item/local_shell_call': (item, place) =>
      readCall(
        item.call_id ?? item.id ?? toId(place, 'call', 'shell'),
        'local_shell',
        undefined,
        { command: item.action.command, workdir: item.action.working_directory },
        place,
      ),
    'response_item/function_call_output': (item, place) => calls.readOutput(item.call_id, item.output, place),
    'response_item/custom_tool_call_output': (item, place) => calls.readOutput(item.call_id, item.output, place),
    'response_item/web_search_call'(item, place) {
      tellAlone();
      const target = item.action?.url ?? item.action?.query ?? item.action?.pattern ?? '';
      const callId = item.id ?? toId(place, 'web-search', target);
      add({ ...place, id: callId, kind: 'call', callId, tool: 'web_search', action: { type: 'fetch', target } });
    },
    'response_item/tool_search_call'(item, place) {
      tellAlone();
      const callId = item.call_id ?? toId(place, 'tool-search', '');
      const query = toText(toFields(item.arguments)['query']);
      add({ ...place, id: callId, kind: 'call', callId, tool: 'tool_search', action: { type: 'search', query } });
    },
    'response_item/tool_search_output'(item, place) {
      if (item.call_id)
        add({
          ...place,
          id: `${item.call_id}#result`,
          kind: 'result',
          callId: item.call_id,
          outcome: item.status === 'failed' ? 'failed' : 'ok',
          text: `${item.tools?.length ?? 0} tools`,
        });
    },
    'event_msg/user_message'(event, place) {
      const said = readUserText(event.message, ledger.parentId() !== undefined);
      if (said && !said.isAbort) userTwins.addEvent(said.text, () => toPrompt(place, said.origin, said.text, event.images?.length));
    },
    'event_msg/agent_message': (event, place) => replyTwins.addEvent(event.message, () => toReply(place, event.message)),
    'event_msg/agent_reasoning': (event, place) => reasoningTwins.addEvent(event.text, () => toReasoning(place, event.text)),
    'event_msg/patch_apply_end': (event) => calls.addPatch(event),
    'event_msg/mcp_tool_call_end': (event) => calls.addToolEnd(event),
    'event_msg/token_count'(event, place) {
      const total = event.info?.total_token_usage?.output_tokens;
      if (total !== undefined) ledger.addOutputTotal(total, place.replayed === true);
    },
    'event_msg/task_started': startTask,
    'event_msg/turn_started': startTask,
    'event_msg/turn_aborted'(event, place) {
      tellAlone();
      tellAbort(place, event.reason ?? undefined);
    },
    'event_msg/thread_rolled_back': (event, place) => add({ ...place, id: toId(place, 'rollback', ''), kind: 'rollback', turns: event.num_turns }),
    'event_msg/context_compacted': (_, place) => tellCompaction(place, 'event'),
    'event_msg/item_completed'({ item }, place) {
      if (item?.type !== 'Plan' || !item.text) return;
      const callId = item.id ?? toId(place, 'plan', item.text);
      add({ ...place, id: callId, kind: 'call', callId, tool: 'plan', action: { type: 'plan', text: cutProse(item.text) } });
    },
    'event_msg/error': (event, place) => note(place, 'error', event.message),
    'event_msg/stream_error': (event, place) => note(place, 'error', event.message),
    'event_msg/warning': (event, place) => note(place, 'other', event.message),
    'event_msg/entered_review_mode': (event, place) => note(place, 'mode', event.user_facing_hint ?? 'review'),
    'event_msg/exited_review_mode': (_, place) => note(place, 'mode', 'review ended'),
    'event_msg/thread_name_updated'(event, place) {
      const name = event.thread_name ?? event.name;
      if (name) ledger.addTitle(name, true);
      note(place, 'title', name);
    },
  };

  function startTask(event: PayloadOf<'event_msg/task_started'>): void {
    tellAlone();
    isAbortTold = false;
    replay.addTurnStart(event.started_at ?? undefined);
  }

  function readCall(callId: string, tool: string, namespace: string | undefined, input: unknown, place: Place): void {
    tellAlone();
    lastCompaction = undefined;
    calls.readCall(callId, tool, namespace, input, place);
  }

  function readRecord(value: unknown, line: number): void {
    census.countRecord();
    const { kind, payload, timestamp } = toRolloutRecord(value);
    const schema = RECORD_SCHEMAS.get(kind);
    if (kind === '') return census.countMalformed(line, 'no record: an object with a type is expected');
    if (!schema) return census.countUnknown(kind);
    census.countKnown(kind);
    const parsed = schema.safeParse(payload);
    if (!parsed.success) return census.countMalformed(line, describeMisfit(kind, parsed.error));
    const at = toInstant(timestamp);
    const thread = ledger.parentId() === undefined ? MAIN_THREAD : (ledger.ownId() ?? MAIN_THREAD);
    const place: Place = { line, at, thread, replayed: replay.isReplayed(at) || undefined };
    const handle = handlers[kind as SpokenKind] as AnyHandler | undefined;
    handle?.(parsed.data, place);
  }

  return createRecordReader({
    log,
    census,
    toSilentKind,
    readRecord,
    tellRest() {
      tellAlone();
      calls.finish();
    },
    toSession: ledger.toSession,
  });
}

/** Messages have no id of their own: time and text make one that a copy of the file has too. */
const toId = (place: Place, kind: string, text: string): string => `${kind}:${hash('sha1', `${place.at}\n${text}`).slice(0, 16)}`;

const toPrompt = (place: Place, origin: PromptOrigin, text: string, images = 0): NewEvent => ({
  ...place,
  id: toId(place, 'prompt', text),
  kind: 'prompt',
  origin,
  text: cutProse(text),
  images: images || undefined,
});

const toReasoning = (place: Place, text: string): NewEvent => ({ ...place, id: toId(place, 'reasoning', text), kind: 'reasoning', text: cutProse(text) });
