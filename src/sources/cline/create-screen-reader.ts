/** Reads what the screen showed of a task. It tells no exit codes, and a call's result only where the screen shows one. */
import { MAIN_THREAD, type Action, type EventOf } from '../../model/event.ts';
import { createRecordReader } from '../create-record-reader.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import { toFields, toOptionalText, toText, type Fields } from '../fields.ts';
import type { Place } from '../place.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { toTitle } from '../to-title.ts';
import { toShownAction, toShownEdits } from './read-shown-tool.ts';
import { KNOWN_MESSAGES, screenMessageSchema, type ScreenMessage, type SpokenMessage } from './records/screen-message.ts';
import { toTaskSession } from './to-task-session.ts';
import { toTaskId } from './unpack-task.ts';

interface OpenCall {
  readonly callId: string;
  readonly place: Place;
  readonly action: Action['type'];
  readonly shown: Fields;
  /** The person was asked, so that their next words may be a no. */
  readonly isAsked: boolean;
  said?: string;
}

export function createScreenReader(): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const models = new Set<string>();
  let taskId: string | undefined;
  let firstId: string | undefined;
  let isTaskTold = false;
  let title: string | undefined;
  let outputTokens: number | undefined;
  let open: OpenCall | undefined;

  const { add } = log;
  const note = (place: Place, topic: EventOf<'note'>['topic'], text: string) => {
    if (text.trim() !== '') add({ ...place, kind: 'note', topic, text: cutText(text, OUTPUT_LIMIT).text });
  };

  /** The call before is over: the screen went on to something else. */
  function close(place: Place, ending: { outcome?: 'failed' | 'refused'; text?: string; humanText?: string } = {}): void {
    const call = open;
    open = undefined;
    if (!call) return;
    const outcome = ending.outcome ?? 'ok';
    if (outcome === 'ok') {
      for (const [index, edit] of toShownEdits(call.shown).entries())
        add({ ...call.place, id: `${call.callId}#edit${index || ''}`, kind: 'edit', callId: call.callId, resultLine: place.line, ...edit });
    }
    const text = cutText(call.said ?? ending.text ?? '', OUTPUT_LIMIT);
    add({ ...place, id: `${call.callId}#result`, kind: 'result', callId: call.callId, outcome, ...text, humanText: ending.humanText });
  }

  function tellCall(place: Place, tool: string, action: Action, shown: Fields, isAsked: boolean): void {
    close(place);
    open = { callId: place.id, place, action: action.type, shown, isAsked };
    add({ ...place, kind: 'call', callId: place.id, tool, action });
  }

  function tellFeedback(text: string, images: number, place: Place): void {
    if (open?.action === 'ask') return close(place, { text, humanText: cutProse(text) });
    if (open?.isAsked && open.said === undefined) return close(place, { outcome: 'refused', humanText: cutProse(text) });
    close(place);
    tellPrompt(text, images, place);
  }

  function tellPrompt(text: string, images: number, place: Place): void {
    if (text.trim() === '' && images === 0) return;
    title ??= toTitle(text);
    add({ ...place, kind: 'prompt', origin: 'human', text: cutProse(text), images: images || undefined });
  }

  function tellReply(text: string, place: Place, model: string | undefined): void {
    close(place);
    if (text.trim() !== '') add({ ...place, kind: 'reply', text: cutProse(text), model });
  }

  function tellRequest(text: string, place: Place): void {
    const { tokensOut, cancelReason, streamingFailedMessage } = parseJson(text);
    if (typeof tokensOut === 'number') outputTokens = (outputTokens ?? 0) + tokensOut;
    if (cancelReason === 'user_cancelled') add({ ...place, kind: 'interruption', during: open ? 'tool' : 'reply' });
    else if (cancelReason) note(place, 'error', toOptionalText(streamingFailedMessage) ?? toText(cancelReason));
  }

  function tellMessage(message: ScreenMessage, kind: SpokenMessage, place: Place): void {
    const text = message.text ?? '';
    const images = message.images?.length ?? 0;
    const model = message.modelInfo?.modelId ?? undefined;
    if (message.reasoning?.trim()) add({ ...place, id: `${place.id}#reasoning`, kind: 'reasoning', text: cutProse(message.reasoning) });
    switch (kind) {
      case 'say/text':
      case 'say/task':
        if (isTaskTold) return tellReply(text, place, model);
        isTaskTold = true;
        return tellPrompt(text, images, place);
      case 'say/completion_result':
      case 'say/plan_completion_result':
        return tellReply(text, place, model);
      case 'ask/plan_mode_respond':
      case 'ask/act_mode_respond':
        return tellReply(toOptionalText(parseJson(text)['response']) ?? text, place, model);
      case 'say/reasoning':
        if (text.trim() !== '') add({ ...place, kind: 'reasoning', text: cutProse(text) });
        return;
      case 'say/user_feedback':
        return tellFeedback(text, images, place);
      case 'say/user_feedback_diff':
        return note(place, 'other', `The person changed the edit of ${toText(parseJson(text)['path'])}.`);
      case 'say/tool':
      case 'ask/tool': {
        const shown = parseJson(text);
        return tellCall(place, toOptionalText(shown['tool']) ?? 'tool', toShownAction(shown), shown, kind === 'ask/tool');
      }
      case 'say/command':
      case 'ask/command':
        return tellCall(place, 'execute_command', { type: 'run', command: cutProse(text) }, {}, kind === 'ask/command');
      case 'say/command_output':
      case 'ask/command_output':
        if (open?.action === 'run') open.said = (open.said ?? '') + text;
        else note(place, 'command-output', text);
        return;
      case 'say/use_mcp_server':
      case 'ask/use_mcp_server':
        return tellCall(
          place,
          toOptionalText(parseJson(text)['toolName']) ?? 'use_mcp_server',
          { type: 'other', input: cutProse(text) },
          {},
          kind === 'ask/use_mcp_server',
        );
      case 'say/mcp_server_response':
        if (open) open.said = text;
        return close(place);
      case 'ask/followup':
        return tellCall(place, 'ask_followup_question', { type: 'ask', questions: [cutProse(toOptionalText(parseJson(text)['question']) ?? text)] }, {}, false);
      case 'say/api_req_started':
        return tellRequest(text, place);
      case 'say/error':
      case 'say/diff_error':
        if (open) return close(place, { outcome: 'failed', text });
        return note(place, 'error', text);
      case 'say/error_retry':
        return note(place, 'error', toText(parseJson(text)['errorMessage']));
      case 'ask/api_req_failed':
      case 'ask/mistake_limit_reached':
        return note(place, 'error', text);
      case 'say/condense_context':
      case 'say/compaction':
        return add({ ...place, kind: 'compaction' });
    }
  }

  function readRecord(value: unknown, line: number): void {
    if (line === 0) return void (taskId = toTaskId(value));
    census.countRecord();
    const { type, say, ask } = toFields(value);
    const kind = `${toText(type)}/${toText(type === 'ask' ? ask : say)}`;
    if (!KNOWN_MESSAGES.has(kind)) return census.countUnknown(kind);
    census.countKnown(kind);
    const message = screenMessageSchema.safeParse(value);
    if (!message.success) return census.countMalformed(line, describeMisfit(kind, message.error));
    const { ts, partial, modelInfo } = message.data;
    firstId ??= `screen:${ts ?? ''}`;
    if (modelInfo?.modelId) models.add(modelInfo.modelId);
    if (partial === true) return;
    tellMessage(message.data, kind as SpokenMessage, { id: `${kind}:${ts ?? line}`, line, at: toInstant(ts), thread: MAIN_THREAD });
  }

  return createRecordReader({
    log,
    census,
    readRecord,
    tellRest() {
      // What the screen still asked at the end was never answered.
      if (open && (!open.isAsked || open.said !== undefined)) close({ ...open.place });
    },
    toSession: (times) => toTaskSession({ taskId, firstId, models, title, outputTokens, ...times }),
  });
}

function parseJson(text: string): Fields {
  try {
    return toFields(JSON.parse(text));
  } catch {
    return {}; // older versions show some of these as prose
  }
}
