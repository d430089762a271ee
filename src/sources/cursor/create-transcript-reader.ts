/** Reads Cursor's agent transcripts: words and calls only. Without ids and results, mostly without times, an edit is what the agent asked for. */
import { hash } from 'node:crypto';
import { MAIN_THREAD } from '../../model/event.ts';
import { toSessionId } from '../../model/session.ts';
import { createRecordReader } from '../create-record-reader.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import { toFields, toText } from '../fields.ts';
import { parseBlocks } from '../parse-blocks.ts';
import type { Place } from '../place.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { toTitle } from '../to-title.ts';
import { readTimestamp } from './read-timestamp.ts';
import { readUserText } from './read-user-text.ts';
import { BLOCK_SCHEMAS, transcriptLineSchema, turnEndedSchema } from './records/transcript-line.ts';
import { isEditKind, toAction, toToolKind } from './to-action.ts';
import { toEdits } from './to-edits.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
/** Stands where the model's thinking was. */
const REDACTED = /\[REDACTED\]/g;

export function createTranscriptReader(fileName: string): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const callCounts = new Map<string, number>();
  let title: string | undefined;
  let at: string | null = null; // of the last prompt that bears a time

  const { add } = log;
  const toPlace = (line: number, kind: string, text: string): Place => ({ id: `${kind}:${hash('sha1', text).slice(0, 16)}`, line, at, thread: MAIN_THREAD });

  function tellPrompt(text: string, line: number): void {
    at = toInstant(readTimestamp(text)) ?? at;
    for (const said of readUserText(text)) {
      if (said.origin === 'human') title ??= toTitle(said.text);
      add({ ...toPlace(line, 'prompt', said.text), kind: 'prompt', origin: said.origin, text: cutProse(said.text) });
    }
  }

  function tellCall(tool: string, input: unknown, line: number): void {
    const place = toPlace(line, 'call', `${tool}\n${toText(input)}`);
    const seen = (callCounts.get(place.id) ?? 0) + 1;
    callCounts.set(place.id, seen);
    const callId = seen === 1 ? place.id : `${place.id}~${seen}`;
    const args = toFields(input);
    add({ ...place, id: callId, kind: 'call', callId, tool, action: toAction(tool, args, input) });
    if (!isEditKind(toToolKind(tool))) return;
    for (const [index, edit] of toEdits({ tool, args, raw: input, result: {}, found: undefined }).entries())
      add({ ...place, id: `${callId}#edit${index || ''}`, kind: 'edit', callId, ...edit });
  }

  function tellEnd(value: unknown, line: number): void {
    census.countKnown('turn_ended');
    const parsed = turnEndedSchema.safeParse(value);
    if (!parsed.success) return census.countMalformed(line, describeMisfit('turn_ended', parsed.error));
    const { status, error } = parsed.data;
    if (status === 'aborted') add({ ...toPlace(line, 'interruption', title ?? ''), kind: 'interruption', during: 'reply' });
    else if (error) add({ ...toPlace(line, 'note', error), kind: 'note', topic: 'error', text: cutText(error, OUTPUT_LIMIT).text });
  }

  function readRecord(value: unknown, line: number): void {
    census.countRecord();
    if (toFields(value)['type'] === 'turn_ended') return tellEnd(value, line);
    const role = toText(toFields(value)['role']);
    if (role !== 'user' && role !== 'assistant') return census.countUnknown(`role ${role}`);
    census.countKnown(role);
    const parsed = transcriptLineSchema.safeParse(value);
    if (!parsed.success) return census.countMalformed(line, describeMisfit(role, parsed.error));
    for (const block of parseBlocks(BLOCK_SCHEMAS, parsed.data.message.content, line, census)) {
      if (block.type === 'tool_use') tellCall(block.value.name, block.value.input, line);
      else if (role === 'user') tellPrompt(block.value.text, line);
      else {
        const text = block.value.text.replace(REDACTED, '').trim();
        if (text !== '') add({ ...toPlace(line, 'reply', text), kind: 'reply', text: cutProse(text) });
      }
    }
  }

  return createRecordReader({
    log,
    census,
    readRecord,
    toSession(times) {
      // The content names no session; the file has the name of the conversation in the database.
      const nativeId = UUID.exec(fileName)?.[0] ?? fileName;
      return { id: toSessionId('cursor', nativeId), agent: 'cursor', nativeId, agentVersions: [], models: [], title, ...times };
    },
  });
}
