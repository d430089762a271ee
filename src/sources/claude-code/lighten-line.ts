/**
 * Takes out of a line, before it is parsed, what most sessions are half made of and hardly anyone asks for: the file before an
 * edit, and what a reading tool's result says a second time. A quote inside a JSON string is escaped, so the bytes looked for can
 * only be structure; where they turn out to stand elsewhere than expected, the whole line is parsed after all.
 */
import { createEscapedText, type EscapedText } from '../escaped-text.ts';
import { toFields } from '../fields.ts';

export interface LightRecord {
  readonly record: unknown;
  /** The value of `toolUseResult.originalFile`, which the record has empty. */
  readonly originalFile?: EscapedText;
}

const RESULT = Buffer.from('"toolUseResult":{');
const ORIGINAL = Buffer.from('"originalFile":"');
const AFTER_ORIGINAL = Buffer.from('","structuredPatch":');
/** How the structure of a result begins that repeats its content: a file read, a search's hits. */
const REPEATING = ['{"type":"text","file":{', '{"mode":"'].map((text) => Buffer.from(text));
const OWN_ID = Buffer.from('"uuid":"');
const OWN_TIME = Buffer.from('"timestamp":"');
/** Shorter lines are parsed as fast as they are searched. */
const WORTH_BYTES = 1024;
/** The record's own id and time stand right before its result, or else they may come after it. */
const ENVELOPE_BYTES = 256;

/** Undefined where nothing can be taken out. */
export function parseLightened(line: Buffer): LightRecord | undefined {
  if (line.length < WORTH_BYTES) return undefined;
  const at = line.indexOf(RESULT);
  if (at === -1) return undefined;
  const structure = line.subarray(at + RESULT.length - 1);
  if (REPEATING.some((start) => structure.subarray(0, start.length).equals(start))) return withoutStructure(line, at);
  return withoutOriginal(line, at + RESULT.length);
}

function withoutStructure(line: Buffer, at: number): LightRecord | undefined {
  const before = line.subarray(Math.max(0, at - ENVELOPE_BYTES), at);
  if (!before.includes(OWN_ID) || !before.includes(OWN_TIME)) return undefined;
  const record = parse(`${line.toString('utf8', 0, at)}"toolUseResult":{}}`);
  return record === undefined ? undefined : { record };
}

function withoutOriginal(line: Buffer, from: number): LightRecord | undefined {
  const at = line.indexOf(ORIGINAL, from);
  const start = at + ORIGINAL.length;
  const end = at === -1 ? -1 : line.indexOf(AFTER_ORIGINAL, start);
  if (end === -1) return undefined;
  const record = parse(line.toString('utf8', 0, start) + line.toString('utf8', end));
  if (toFields(toFields(record)['toolUseResult'])['originalFile'] !== '') return undefined;
  return { record, originalFile: createEscapedText(line.subarray(start, end)) };
}

/** Undefined where it is no JSON: two joined records, say. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
