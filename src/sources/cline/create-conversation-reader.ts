/** Reads a task's conversation: messages with native tool calls, or with calls and results as markup in their texts. */
import { hash } from 'node:crypto';
import { MAIN_THREAD } from '../../model/event.ts';
import { createRecordReader } from '../create-record-reader.ts';
import { cutProse } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import { toFields, toList, toText, type Fields } from '../fields.ts';
import { parseBlocks } from '../parse-blocks.ts';
import type { Place } from '../place.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { toTitle } from '../to-title.ts';
import { parseToolMarkup } from './parse-tool-markup.ts';
import { readToolText, toHumanText } from './read-tool-text.ts';
import { readUserText, takeEnvironment } from './read-user-text.ts';
import { BLOCK_SCHEMAS, messageSchema, type Block, type Message } from './records/message.ts';
import { toAction, toReplyText } from './to-action.ts';
import { toEdits } from './to-edits.ts';
import { toTaskSession } from './to-task-session.ts';
import { toTaskId } from './unpack-task.ts';

interface OpenCall {
  readonly callId: string;
  readonly tool: string;
  readonly input: Fields;
  readonly place: Place;
  /** It told the agent's answer: the person's words to it are a prompt. */
  readonly isReply: boolean;
}

/** Where calls are markup, a result names its tool, not its call. */
const RESULT_HEAD = /^\s*\[([a-z_]+)\b[\s\S]*?\] Result:[ \t]*\n?/;
const INTERRUPTED = /\[Response interrupted by (user|API Error)[^\]\n]*\]\s*$/;
const INTERRUPTION_LENGTH = 200;

export function createConversationReader(): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const open: OpenCall[] = [];
  const seenIds = new Map<string, number>();
  const models = new Set<string>();
  let taskId: string | undefined;
  let firstId: string | undefined;
  let title: string | undefined;
  let cwd: string | undefined;
  let lastAt: number | undefined;
  let outputTokens: number | undefined;

  const { add } = log;

  function readAssistant(blocks: readonly Block[], model: string | undefined, place: Place): void {
    let count = 0;
    const next = (): Place => ({ ...place, id: `${place.id}#${(count += 1)}` });
    const tellReply = (text: string): void => {
      if (text.trim() !== '') add({ ...next(), kind: 'reply', text: cutProse(text.trim()), model });
    };
    const tellReasoning = (text: string): void => {
      if (text.trim() !== '') add({ ...next(), kind: 'reasoning', text: cutProse(text.trim()) });
    };
    const tellCall = (callId: string, tool: string, input: Fields): void => {
      const said = toReplyText(tool, input);
      open.push({ callId, tool, input, place, isReply: said !== undefined });
      if (said !== undefined) return tellReply(said);
      add({ ...place, id: callId, kind: 'call', callId, tool, action: toAction(tool, input) });
    };
    for (const block of blocks) {
      if (block.type === 'thinking') tellReasoning(block.value.thinking);
      else if (block.type === 'reasoning') tellReasoning(block.value.text ?? (block.value.summary ?? []).map((part) => part.text ?? '').join('\n'));
      else if (block.type === 'tool_use') tellCall(block.value.id, block.value.name, toFields(block.value.input));
      else if (block.type === 'text') {
        const { text } = block.value;
        const interrupted = INTERRUPTED.exec(text.slice(-INTERRUPTION_LENGTH));
        for (const part of parseToolMarkup(interrupted ? text.slice(0, text.length - interrupted[0].length) : text)) {
          if (part.type === 'tool') tellCall(`${next().id}:${part.name}`, part.name, part.input);
          else if (part.type === 'thinking') tellReasoning(part.text);
          else tellReply(part.text);
        }
        if (interrupted?.[1] === 'user') add({ ...next(), kind: 'interruption', during: 'reply' });
        else if (interrupted) add({ ...next(), kind: 'note', topic: 'error', text: interrupted[0].trim() });
      }
    }
  }

  function tellResult(call: OpenCall, said: string, isError: boolean, place: Place): void {
    open.splice(open.indexOf(call), 1);
    if (call.isReply) {
      const answer = toHumanText(said);
      if (answer) tellPrompt({ ...place, id: `${call.callId}#answer` }, answer, 0);
      return;
    }
    const output = readToolText(call.tool, said, isError);
    if (output.outcome === 'ok') {
      for (const [index, edit] of toEdits(call.tool, call.input, said).entries())
        add({ ...call.place, id: `${call.callId}#edit${index || ''}`, kind: 'edit', callId: call.callId, resultLine: place.line, ...edit });
    }
    add({ ...place, id: `${call.callId}#result`, kind: 'result', callId: call.callId, ...output });
  }

  function tellPrompt(place: Place, text: string, images: number): void {
    title ??= toTitle(text);
    add({ ...place, kind: 'prompt', origin: 'human', text: cutProse(text), images: images || undefined });
  }

  function readUser(blocks: readonly Block[], place: Place): void {
    const saidByPerson = new Set<string>();
    let images = blocks.filter((block) => block.type === 'image').length;
    let count = 0;
    let pending: { call: OpenCall | undefined; said: string } | undefined; // a result that goes on over several blocks
    const closePending = (): void => {
      if (pending?.call) tellResult(pending.call, pending.said.trim(), false, place);
      pending = undefined;
    };
    for (const block of blocks) {
      if (block.type === 'tool_result') {
        const call = open.find((candidate) => candidate.callId === block.value.tool_use_id);
        const said = takeEnvironment(toResultText(block.value.content)).text;
        if (call) tellResult(call, said, block.value.is_error === true, place);
        else
          add({
            ...place,
            id: `${block.value.tool_use_id}#result`,
            kind: 'result',
            callId: block.value.tool_use_id,
            ...readToolText('', said, block.value.is_error === true),
          });
      }
      if (block.type !== 'text') continue;
      const { text } = takeEnvironment(block.value.text);
      const head = RESULT_HEAD.exec(text);
      if (head) {
        closePending();
        pending = { call: open.find((call) => call.tool === head[1]), said: text.slice(head[0].length) };
      } else if (pending) pending.said += `\n${text}`;
      else {
        for (const said of readUserText(text)) {
          // A task that is resumed twice says the same words again, in the same message.
          if (said.origin === 'human' && saidByPerson.has(said.text)) continue;
          if (said.origin === 'human') saidByPerson.add(said.text);
          const base = { ...place, id: `${place.id}#${(count += 1)}` };
          if (said.origin !== 'human') add({ ...base, kind: 'prompt', origin: said.origin, text: cutProse(said.text) });
          else tellPrompt(base, said.text, images);
          if (said.origin === 'human') images = 0;
        }
      }
    }
    closePending();
  }

  /** Without an id of its own a message is known by its time and words; the same again gets a number. */
  function toMessageId(message: Message): string {
    const id = `message:${hash('sha1', `${message.ts ?? ''}\n${message.role}\n${JSON.stringify(message.content)}`).slice(0, 16)}`;
    const seen = (seenIds.get(id) ?? 0) + 1;
    seenIds.set(id, seen);
    return seen === 1 ? id : `${id}~${seen}`;
  }

  function readRecord(value: unknown, line: number): void {
    if (line === 0) return void (taskId = toTaskId(value));
    census.countRecord();
    const message = messageSchema.safeParse(value);
    const kind = toText(toFields(value)['role']);
    if (kind !== 'user' && kind !== 'assistant') return census.countUnknown(`role ${kind}`);
    census.countKnown(kind);
    if (!message.success) return census.countMalformed(line, describeMisfit(kind, message.error));
    const { role, content, ts, modelInfo, metrics, isSummary } = message.data;
    const blocks = parseBlocks(BLOCK_SCHEMAS, content, line, census);
    if (role === 'user') noteEnvironment(blocks);
    // An old message of the model bears no time: it came after the one it answers, of which the surroundings tell it.
    lastAt = ts ?? lastAt;
    const id = toMessageId(message.data);
    firstId ??= id;
    const place: Place = { id, line, at: toInstant(lastAt), thread: MAIN_THREAD };
    if (modelInfo?.modelId) models.add(modelInfo.modelId);
    if (metrics?.tokens?.completion != null) outputTokens = (outputTokens ?? 0) + metrics.tokens.completion;
    if (isSummary === true) tellSummary(blocks, place);
    else if (role === 'assistant') readAssistant(blocks, modelInfo?.modelId ?? undefined, place);
    else readUser(blocks, place);
  }

  function noteEnvironment(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.type !== 'text') continue;
      const environment = takeEnvironment(block.value.text);
      cwd ??= environment.cwd;
      lastAt = environment.at ?? lastAt;
    }
  }

  function tellSummary(blocks: readonly Block[], place: Place): void {
    add({ ...place, id: `${place.id}#compaction`, kind: 'compaction' });
    const text = blocks.flatMap((block) => (block.type === 'text' ? [block.value.text] : [])).join('\n');
    if (text.trim() !== '') add({ ...place, kind: 'prompt', origin: 'summary', text: cutProse(text) });
  }

  return createRecordReader({
    log,
    census,
    readRecord,
    toSession: (times) => toTaskSession({ taskId, firstId, models, title, cwd, outputTokens, ...times }),
  });
}

const toResultText = (content: unknown): string =>
  typeof content === 'string'
    ? content
    : toList(content)
        .map((part) => toText(toFields(part)['text'] ?? `[${toText(toFields(part)['type'])}]`))
        .join('\n');
