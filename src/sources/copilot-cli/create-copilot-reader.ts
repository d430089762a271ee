/** Reads the records of Copilot CLI, which the chat of VS Code writes too. */
import { MAIN_THREAD, type EventOf, type PromptOrigin } from '../../model/event.ts';
import type { AgentName } from '../../model/agent.ts';
import { createRecordReader } from '../create-record-reader.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import { toFields, toOptionalText } from '../fields.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { toTitle } from '../to-title.ts';
import { createCallReader, type Place as CallPlace, type ToolDialect } from './create-call-reader.ts';
import { toOrigin } from './read-user-text.ts';
import { RECORD_SCHEMAS, recordSchema, type DataOf, type SpokenKind } from './records/record-schemas.ts';
import { createSessionLedger } from './session-ledger.ts';
import { toSilentKind } from './skip-silent-line.ts';

/** `id` is the record's own: it names its first event, the others get a suffix. */
interface Place extends CallPlace {
  readonly id: string;
}

type Handlers = { readonly [K in SpokenKind]?: (data: DataOf<K>, place: Place) => void };
type AnyHandler = (data: unknown, place: Place) => void;

export function createCopilotReader(fileName: string, { agent, ...dialect }: ToolDialect & { readonly agent: AgentName }): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const ledger = createSessionLedger(agent, fileName);
  const humanPromptIds: string[] = [];
  let lastReasoning: string | undefined; // told by a record of its own, and perhaps again by the message
  let allowsAll: boolean | undefined;

  const { add } = log;
  const calls = createCallReader({ add, dialect });

  const note = (place: Place, topic: EventOf<'note'>['topic'], text: string | null | undefined) => {
    if (text && text.trim() !== '') add({ ...place, kind: 'note', topic, text: cutText(text, OUTPUT_LIMIT).text });
  };
  const prompt = (place: Place, origin: PromptOrigin, text: string, images = 0) => {
    if (text.trim() !== '' || images > 0) add({ ...place, kind: 'prompt', origin, text: cutProse(text), images: images || undefined });
  };

  const handlers: Handlers = {
    'session.start'(start) {
      ledger.addStart(start);
      ledger.addContext(start.context);
      ledger.addModel(start.selectedModel);
    },
    'session.resume'(resume) {
      ledger.addContext(resume.context);
      ledger.addModel(resume.selectedModel);
    },
    'session.context_changed': (context) => ledger.addContext(context),
    'session.model_change': (change) => ledger.addModel(change.newModel),
    'session.mode_changed': (change, place) => note(place, 'mode', change.newMode),
    'session.permissions_changed'(change, place) {
      if (change.allowAllPermissions == null || change.allowAllPermissions === allowsAll) return;
      allowsAll = change.allowAllPermissions;
      note(place, 'mode', allowsAll ? 'every tool is allowed' : 'tools are asked for');
    },
    'session.title_changed'({ title }, place) {
      ledger.addTitle(title, true);
      note(place, 'title', title);
    },
    'session.error': (notice, place) => note(place, 'error', notice.message),
    'session.warning': (notice, place) => note(place, 'other', notice.message),
    'session.info': (notice, place) => note(place, 'other', notice.message),
    'session.compaction_complete'(compaction, place) {
      if (compaction.success === false) return note(place, 'error', compaction.error ?? 'The conversation could not be compacted.');
      add({ ...place, kind: 'compaction', trigger: compaction.trigger ?? undefined, tokensBefore: compaction.preCompactionTokens ?? undefined });
      if (compaction.summaryContent) prompt(withSuffix(place, '#summary'), 'summary', compaction.summaryContent);
    },
    'session.truncation': (truncation, place) =>
      add({ ...place, kind: 'compaction', trigger: 'truncation', tokensBefore: truncation.preTruncationTokensInMessages ?? undefined }),
    'session.snapshot_rewind'({ upToEventId }, place) {
      const from = humanPromptIds.indexOf(upToEventId);
      // A rewind goes to a prompt; to another record it takes back the turn it stands in.
      const removed = from === -1 ? humanPromptIds.splice(-1) : humanPromptIds.splice(from);
      add({ ...place, kind: 'rollback', turns: Math.max(1, removed.length) });
    },
    'user.message'(message, place) {
      const origin = toOrigin(message, place.thread !== MAIN_THREAD);
      if (origin === 'human') {
        humanPromptIds.push(place.id);
        const title = toTitle(message.content);
        if (title) ledger.addTitle(title, false);
      }
      prompt(place, origin, message.content, (message.attachments ?? []).filter((attachment) => attachment.mimeType?.startsWith('image/')).length);
    },
    'system.notification': (notice, place) => prompt(place, 'system', notice.content),
    'skill.invoked': (skill, place) => prompt(place, 'command', [`/${skill.name}`, skill.content].filter(Boolean).join('\n')),
    'assistant.reasoning'({ content }, place) {
      lastReasoning = content.trim();
      if (lastReasoning !== '') add({ ...place, kind: 'reasoning', text: cutProse(content) });
    },
    'assistant.message'(message, place) {
      const model = message.model ?? undefined;
      const reasoning = message.reasoningText?.trim();
      ledger.addModel(model);
      if (message.outputTokens != null) ledger.addOutput(message.messageId ?? place.id, message.outputTokens);
      if (reasoning && reasoning !== lastReasoning) add({ ...withSuffix(place, '#reasoning'), kind: 'reasoning', text: cutProse(message.reasoningText ?? '') });
      lastReasoning = undefined;
      if (message.content?.trim()) add({ ...place, kind: 'reply', text: cutProse(message.content), model });
      for (const request of message.toolRequests ?? []) calls.readCall(request.toolCallId, request.name, request.arguments, toCallPlace(place));
    },
    'tool.execution_start': (start, place) => calls.readCall(start.toolCallId, start.toolName, start.arguments, toCallPlace(place)),
    'permission.completed': (answer) => calls.readPermission(answer),
    'tool.execution_complete': (complete, place) => calls.readComplete(complete, toCallPlace(place)),
    'subagent.failed': (failure, place) => note(place, 'error', [failure.agentName, failure.error].filter(Boolean).join(': ')),
    'hook.end'(hook, place) {
      if (hook.success === false) note(place, 'hook', [hook.hookType, hook.error?.message ?? 'failed'].join(': '));
    },
    abort(record, place) {
      add({ ...place, kind: 'interruption', during: calls.hasOpenCall() ? 'tool' : 'reply', reason: record.reason ?? undefined });
      calls.stopAll();
    },
  };

  function readRecord(value: unknown, line: number): void {
    census.countRecord();
    const record = recordSchema.safeParse(value).data;
    if (!record) return census.countMalformed(line, 'no record: an object with a type is expected');
    const kind = record.type;
    const schema = RECORD_SCHEMAS.get(kind);
    if (!schema) return census.countUnknown(kind);
    census.countKnown(kind);
    const parsed = schema.safeParse(record.data);
    if (!parsed.success) return census.countMalformed(line, describeMisfit(kind, parsed.error));
    const thread = record.agentId ?? toOptionalText(toFields(record.data)['parentToolCallId']) ?? MAIN_THREAD;
    const place: Place = { line, at: toInstant(record.timestamp), thread, id: record.id ?? `${kind}:${line}` };
    const handle = handlers[kind as SpokenKind] as AnyHandler | undefined;
    handle?.(parsed.data, place);
  }

  return createRecordReader({ log, census, toSilentKind, readRecord, toSession: ledger.toSession });
}

const withSuffix = (place: Place, suffix: string): Place => ({ ...place, id: place.id + suffix });

/** Calls and results are named by the call's own id. */
const toCallPlace = ({ line, at, thread }: Place): CallPlace => ({ line, at, thread });
