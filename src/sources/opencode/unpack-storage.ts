/**
 * OpenCode up to 1.1 kept every session, message and part in a file of its own:
 * storage/session/<project>/<session>.json, storage/message/<session>/<message>.json, storage/part/<message>/<part>.json.
 * The session's file stands for all of them; the others are found beside it by their places, never by what they say.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RawLine } from '../source.ts';

const OWN_ID = /^[A-Za-z]+_\w+$/;
const LINE_END = /\r?\n/g;

export function* unpackStorage(document: Buffer, path: string): Generator<RawLine> {
  yield toRawLine(0, `{"info":${toOneLine(document)}}`);
  const storage = join(dirname(path), '..', '..');
  for (const [index, message] of listRecords(join(storage, 'message'), basename(path, '.json')).entries()) {
    const parts = listRecords(join(storage, 'part'), message.id).map(({ json }) => json);
    yield toRawLine(index + 1, `{"info":${message.json},"parts":[${parts.join(',')}]}`);
  }
}

/** In the order of their ids, which grow with time. */
function listRecords(folder: string, id: string): { id: string; json: string }[] {
  const own = join(folder, id);
  if (!OWN_ID.test(id) || !existsSync(own)) return [];
  const names = readdirSync(own).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => ({ id: basename(name, '.json'), json: toOneLine(readFileSync(join(own, name))) }));
}

/** One damaged file must not cost the message it belongs to: the reader counts what stands in its place. */
function toOneLine(bytes: Buffer): string {
  const json = bytes.toString('utf8').replace(LINE_END, ' ');
  try {
    JSON.parse(json);
    return json;
  } catch {
    return '""';
  }
}

const toRawLine = (line: number, json: string): RawLine => ({ line, offset: 0, bytes: Buffer.from(json) });
