/** A chat as a line for what stands around its requests and one for each request, whether it is one document or a log of changes to it. */
import { toFields, toList } from '../fields.ts';
import type { RawLine } from '../source.ts';
import { splitDocument } from '../split-document.ts';
import { replayLog } from './replay-log.ts';

const LOG_ENTRY = /^[\s\uFEFF]*\{\s*"kind"\s*:\s*[0-3]\s*,\s*"[kvi]"\s*:/;

export function* unpackChat(document: Buffer): Generator<RawLine> {
  if (!LOG_ENTRY.test(document.toString('utf8', 0, 200))) {
    yield* splitDocument(document, 'requests');
    return;
  }
  const { state, damaged } = replayLog(document);
  const { requests, ...header } = toFields(state);
  yield toLine(0, header);
  for (const [index, request] of toList(requests).entries()) yield toLine(index + 1, request);
  for (let lost = 0; lost < damaged; lost += 1) yield { line: 0, offset: 0, bytes: DAMAGED };
}

/** Counted by the reader as what it is: a line that is not JSON. */
const DAMAGED = Buffer.from('an entry of the log');

const toLine = (line: number, value: unknown): RawLine => ({ line, offset: 0, bytes: Buffer.from(JSON.stringify(value ?? null)) });
