/** Reads OpenCode's sessions from their messages, each with its parts, wherever those were kept. */
import { MAIN_THREAD } from '../../model/event.ts';
import { toSessionId, type Session } from '../../model/session.ts';
import { createRecordReader } from '../create-record-reader.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import { toFields, toList, toText } from '../fields.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { toTitle } from '../to-title.ts';
import { readToolState } from './read-tool-state.ts';
import { assistantInfoSchema, userInfoSchema, type AssistantInfo, type UserInfo } from './records/message.ts';
import { PART_SCHEMAS, type PartKind, type PartOf } from './records/part.ts';
import { sessionInfoSchema, type SessionInfo } from './records/session.ts';
import { toAction } from './to-action.ts';
import { toEdits } from './to-edits.ts';
import { createTurnDiffs } from './turn-diffs.ts';

interface Part {
  readonly kind: PartKind;
  readonly part: unknown;
}

/** The name a session has until it gets one. */
const DEFAULT_TITLE = /^(?:New|Child) session - \d{4}-/;

export function createOpencodeReader(fileName: string): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const models = new Set<string>();
  const prompts: string[] = []; // ids of the messages the person typed
  let session: SessionInfo | undefined;
  let sessionIdInMessages: string | undefined;
  let cwd: string | undefined;
  let firstTitle: string | undefined;
  let outputTokens: number | undefined;
  let isCompactionTold = false; // and its summary not yet
  let lastLine = 0;

  const turn = createTurnDiffs();

  const { add } = log;
  const nativeId = (): string => session?.id ?? sessionIdInMessages ?? fileName;
  const thread = (): string => (session?.parentID ? nativeId() : MAIN_THREAD);

  function readUser(info: UserInfo, parts: readonly Part[], line: number): void {
    turn.begin(info.summary);
    const place = { line, at: toInstant(info.time?.created), thread: thread() };
    const texts = ofKind(parts, 'text').filter(({ text }) => text.trim() !== '');
    const typed = texts.filter(({ synthetic }) => synthetic !== true).map(({ text }) => text);
    const images = ofKind(parts, 'file').filter(({ mime }) => mime?.startsWith('image/')).length;
    for (const { id, auto } of ofKind(parts, 'compaction')) {
      isCompactionTold = true;
      add({ ...place, id, kind: 'compaction', trigger: auto === undefined || auto === null ? undefined : auto ? 'auto' : 'manual' });
    }
    if (typed.length > 0) {
      const text = typed.join('\n');
      const isPersons = !session?.parentID;
      if (isPersons) prompts.push(info.id);
      firstTitle ??= toTitle(text);
      add({ ...place, id: info.id, kind: 'prompt', origin: isPersons ? 'human' : 'agent', text: cutProse(text), images: images || undefined });
    }
    for (const { id, text, synthetic } of texts) if (synthetic === true) add({ ...place, id, kind: 'prompt', origin: 'system', text: cutProse(text) });
    for (const { id, prompt } of ofKind(parts, 'subtask')) add({ ...place, id, kind: 'prompt', origin: 'command', text: cutProse(prompt) });
  }

  function readAssistant(info: AssistantInfo, parts: readonly Part[], line: number): void {
    const time = info.time?.created;
    const isSummary = info.summary === true;
    if (info.modelID) models.add(info.modelID);
    if (info.tokens) outputTokens = (outputTokens ?? 0) + (info.tokens.output ?? 0) + (info.tokens.reasoning ?? 0);
    cwd ??= info.path?.cwd ?? undefined;
    if (isSummary && !isCompactionTold) add({ ...placeOf(line, time), id: `${info.id}#compaction`, kind: 'compaction' });
    if (isSummary) isCompactionTold = false;
    let wasToolCut = false;
    for (const { kind, part } of parts) {
      if (kind === 'tool') wasToolCut = readTool(part as PartOf<'tool'>, time, line) || wasToolCut;
      else if (kind === 'text' || kind === 'reasoning') readText(kind, part as PartOf<'text'>, { info, isSummary, line });
      else if (kind === 'retry') note(line, time, (part as PartOf<'retry'>).id, toErrorText((part as PartOf<'retry'>).error));
    }
    const { error } = info;
    if (!error) return;
    if (error.name === 'MessageAbortedError') {
      const at = info.time?.completed ?? time;
      add({ ...placeOf(line, at), id: `${info.id}#interruption`, kind: 'interruption', during: wasToolCut ? 'tool' : 'reply' });
    } else note(line, time, `${info.id}#error`, toErrorText(error));
  }

  const placeOf = (line: number, time: unknown) => ({ line, at: toInstant(time), thread: thread() });

  function note(line: number, time: unknown, id: string, text: string): void {
    add({ ...placeOf(line, time), id, kind: 'note', topic: 'error', text: cutText(text, OUTPUT_LIMIT).text });
  }

  function readText(
    kind: 'text' | 'reasoning',
    { id, text, time }: PartOf<'text'>,
    { info, isSummary, line }: { info: AssistantInfo; isSummary: boolean; line: number },
  ): void {
    if (text.trim() === '') return;
    const said = { ...placeOf(line, time?.start ?? info.time?.created), id, text: cutProse(text) };
    if (kind === 'reasoning') add({ ...said, kind: 'reasoning' });
    else if (isSummary) add({ ...said, kind: 'prompt', origin: 'summary' });
    else add({ ...said, kind: 'reply', model: info.modelID ?? undefined });
  }

  /** Returns whether the person cut it off. A part's id pairs call and result: some models number their calls anew in every message. */
  function readTool({ id: callId, tool, state }: PartOf<'tool'>, messageTime: unknown, line: number): boolean {
    const input = toFields(state.input);
    const metadata = toFields(state.metadata);
    const place = placeOf(line, state.time?.start ?? messageTime);
    add({ ...place, id: callId, kind: 'call', callId, tool, action: toAction(tool, input, metadata) });
    const end = readToolState(tool, state);
    if (!end) return false;
    if (end.outcome === 'ok') {
      for (const [index, edit] of toEdits(tool, input, metadata, turn).entries()) {
        turn.addEdit(edit.path);
        add({ ...place, id: `${callId}#edit${index || ''}`, kind: 'edit', callId, resultLine: line, ...edit });
      }
    }
    const { start, end: stop } = state.time ?? {};
    const durationMs = typeof start === 'number' && typeof stop === 'number' ? Math.max(0, stop - start) : undefined;
    add({ ...placeOf(line, stop ?? start ?? messageTime), id: `${callId}#result`, kind: 'result', callId, ...end, durationMs });
    return end.outcome === 'interrupted';
  }

  function readParts(values: readonly unknown[], line: number): Part[] {
    return values.flatMap((value) => {
      census.countRecord();
      const type = toText(toFields(value)['type']);
      const schema = PART_SCHEMAS.get(type);
      if (type === '') return fail(line, 'part: a type is expected');
      if (!schema) {
        census.countUnknown(`part/${type}`);
        return [];
      }
      census.countKnown(`part/${type}`);
      const parsed = schema.safeParse(value);
      return parsed.success ? [{ kind: type as PartKind, part: parsed.data }] : fail(line, describeMisfit(`part/${type}`, parsed.error));
    });
  }

  function fail(line: number, why: string): [] {
    census.countMalformed(line, why);
    return [];
  }

  function readRecord(value: unknown, line: number): void {
    lastLine = line;
    census.countRecord();
    const record = toFields(value);
    const info = toFields(record['info'] ?? value);
    const role = toText(info['role']);
    if (role === '' && 'parts' in record) return census.countMalformed(line, 'message: a role is expected');
    if (role === '') {
      const parsed = sessionInfoSchema.safeParse(info);
      if (!parsed.success) return census.countMalformed(line, describeMisfit('session', parsed.error));
      census.countKnown('session');
      session = parsed.data;
      return;
    }
    if (role !== 'user' && role !== 'assistant') return census.countUnknown(role);
    census.countKnown(role);
    sessionIdInMessages ??= toText(info['sessionID']) || undefined;
    const parsed = role === 'user' ? userInfoSchema.safeParse(info) : assistantInfoSchema.safeParse(info);
    if (!parsed.success) return census.countMalformed(line, describeMisfit(role, parsed.error));
    const parts = readParts(toList(record['parts']), line);
    if (role === 'user') readUser(parsed.data as UserInfo, parts, line);
    else readAssistant(parsed.data as AssistantInfo, parts, line);
  }

  /** A conversation that stands taken back keeps the messages after that point until the person goes on. */
  function tellRevert(): void {
    const from = session?.revert?.messageID;
    if (from === undefined) return;
    const turns = prompts.filter((id) => id >= from).length;
    if (turns > 0) add({ ...placeOf(lastLine, null), id: `revert:${from}`, kind: 'rollback', turns });
  }

  function toSession({ startedAt, endedAt }: Pick<Session, 'startedAt' | 'endedAt'>): Session {
    const id = nativeId();
    const title = session?.title && !DEFAULT_TITLE.test(session.title) ? toTitle(session.title) : undefined;
    return {
      id: toSessionId('opencode', id),
      agent: 'opencode',
      nativeId: id,
      parentNativeId: session?.parentID ?? undefined,
      agentVersions: session?.version ? [session.version] : [],
      models: [...models],
      title: title ?? firstTitle,
      cwd: session?.directory ?? cwd,
      startedAt: startedAt ?? toInstant(session?.time?.created),
      endedAt: endedAt ?? toInstant(session?.time?.updated),
      outputTokens,
    };
  }

  return createRecordReader({ log, census, readRecord, tellRest: tellRevert, toSession });
}

const ofKind = <K extends PartKind>(parts: readonly Part[], kind: K): PartOf<K>[] =>
  parts.filter((part) => part.kind === kind).map(({ part }) => part as PartOf<K>);

function toErrorText(error: unknown): string {
  const { name, data } = toFields(error);
  return [toText(name), toText(toFields(data)['message'])].filter(Boolean).join(': ') || toText(error);
}
