/**
 * A scripted model answers at once and a script is an impatient person, so a recording of an hour's work takes seconds.
 * This puts the hours back: time passes before each prompt and before each answer, and nowhere else. A command's own
 * duration, the order of records and everything that is not an instant stay as recorded.
 */
import type { Scenario } from './scenario.ts';

interface RolloutRecord {
  timestamp: string;
  type: string;
  payload: { type?: string; role?: string; name?: string; item?: { type?: string }; [field: string]: unknown };
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A model that starts after 4 s and writes 50 characters a second: plausible, invented, and the same every time. */
const FIRST_WORD_MS = 4 * SECOND;
const CHARACTERS_PER_SECOND = 50;

const MODEL_ITEMS = new Set(['reasoning', 'function_call', 'custom_tool_call']);
const MODEL_EVENTS = new Set(['Reasoning', 'AgentMessage']);
const TOOL_OUTPUTS = new Set(['function_call_output', 'custom_tool_call_output']);

const isPrompt = ({ type, payload }: RolloutRecord): boolean => type === 'event_msg' && payload.item?.type === 'UserMessage';
const isToolOutput = ({ type, payload }: RolloutRecord): boolean => type === 'response_item' && TOOL_OUTPUTS.has(payload.type ?? '');
const isTurnStart = ({ type, payload }: RolloutRecord): boolean => type === 'event_msg' && payload.type === 'task_started';

function isFromModel({ type, payload }: RolloutRecord): boolean {
  if (type === 'event_msg') return MODEL_EVENTS.has(payload.item?.type ?? '');
  return type === 'response_item' && (MODEL_ITEMS.has(payload.type ?? '') || payload.role === 'assistant');
}

/** Characters the model wrote in the answer that begins at `from`. */
function answerLength(records: readonly RolloutRecord[], from: number): number {
  let length = 0;
  for (const record of records.slice(from)) {
    if (isToolOutput(record) || isTurnStart(record)) break;
    if (record.type === 'response_item' && isFromModel(record)) {
      const { content, summary, input, arguments: args } = record.payload;
      length += JSON.stringify([content, summary, input, args]).length;
    }
  }
  return length;
}

interface Pause {
  readonly from: number;
  readonly ms: number;
}

/** Where time passes that the recording did not take, in the order of the records. */
function findPauses(records: readonly RolloutRecord[], scenario: Scenario): Pause[] {
  const pauses: Pause[] = [];
  let turn = -1;
  let modelIsNext = false;
  for (const [i, record] of records.entries()) {
    const from = Date.parse(record.timestamp);
    if (isTurnStart(record)) {
      turn += 1;
      if (turn > 0) pauses.push({ from, ms: (scenario.turns[turn]?.after ?? 0) * MINUTE });
    } else if (isPrompt(record) || isToolOutput(record)) modelIsNext = true;
    else if (modelIsNext && isFromModel(record)) {
      modelIsNext = false;
      pauses.push({ from, ms: FIRST_WORD_MS + Math.round((answerLength(records, i) / CHARACTERS_PER_SECOND) * SECOND) });
    }
  }
  return pauses;
}

const MS_FIELDS = new Set(['started_at_ms', 'completed_at_ms']);
const SECOND_FIELDS = new Set(['started_at', 'completed_at', 'create_time']);
const DATE_FIELDS = new Set(['current_date']);

/** @param rollout JSON lines @param startsAt instant of the first record */
export function spreadInstants(rollout: string, scenario: Scenario, startsAt: Date): string {
  const records = rollout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RolloutRecord);
  const pauses = findPauses(records, scenario);
  const recordedStart = Date.parse(records[0]?.timestamp ?? '');
  const pausedBefore = (ms: number): number => pauses.reduce((sum, pause) => (pause.from <= ms ? sum + pause.ms : sum), 0);
  const move = (ms: number): number => startsAt.getTime() + ms - recordedStart + pausedBefore(ms);
  const moveIso = (iso: string): string => new Date(move(Date.parse(iso))).toISOString();

  function moveRecord(record: RolloutRecord): RolloutRecord {
    const day = moveIso(record.timestamp).slice(0, 10);
    return JSON.parse(JSON.stringify(record), (key, value: unknown) => {
      if (key === 'timestamp' && typeof value === 'string') return moveIso(value);
      if (typeof value === 'number' && MS_FIELDS.has(key)) return move(value);
      if (typeof value === 'number' && SECOND_FIELDS.has(key))
        return Number.isInteger(value) ? Math.floor(move(value * SECOND + SECOND - 1) / SECOND) : move(value * SECOND) / SECOND;
      if (DATE_FIELDS.has(key) && typeof value === 'string') return day;
      if (key === 'text' && typeof value === 'string') return value.replace(/(?<=<current_date>)[\d-]+(?=<\/current_date>)/, day);
      return value;
    }) as RolloutRecord;
  }

  const moved = records.map(moveRecord);
  let turnStart = 0;
  for (const { timestamp, payload } of moved) {
    if (payload.type === 'task_started') turnStart = Date.parse(timestamp);
    if (payload.type === 'task_complete') payload.duration_ms = Date.parse(timestamp) - turnStart;
  }
  return `${moved.map((record) => JSON.stringify(record)).join('\n')}\n`;
}
