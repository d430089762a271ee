/** Parses one JSONL line. Two agents' processes may append to one file at once and join two records on one line: both are returned. */
import type { RawLine } from './source.ts';

export type ParsedLine = { readonly records: readonly unknown[]; readonly why?: string };

const TRAILING = /after JSON at position (\d+)/; // V8's words for a complete value followed by something else

export function parseLine(line: RawLine): ParsedLine {
  const text = line.bytes.toString('utf8');
  try {
    return { records: [JSON.parse(text)] };
  } catch (error) {
    return parseJoined(text, error);
  }
}

function parseJoined(text: string, firstError: unknown): ParsedLine {
  const records: unknown[] = [];
  let rest = text;
  let error = firstError;
  for (let tries = 0; tries < 8; tries += 1) {
    const position = Number(TRAILING.exec(messageOf(error))?.[1] ?? 0);
    if (position === 0) break;
    records.push(JSON.parse(rest.slice(0, position)));
    rest = rest.slice(position);
    try {
      records.push(JSON.parse(rest));
      return { records };
    } catch (next) {
      error = next;
    }
  }
  return { records, why: text.trim() === '' ? undefined : `not JSON: ${messageOf(error).slice(0, 120)}` };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
