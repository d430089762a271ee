/** Knows Gemini CLI's sessions by their first record. */
import { peekHead, type PeekedObject } from '../peek-head.ts';

const isHeader = (object: PeekedObject | undefined): object is PeekedObject =>
  object !== undefined && ['sessionId', 'projectHash', 'startTime'].every((name) => object.has(name));

/** One document that holds its messages. */
export function sniffGeminiDocument(head: Buffer): number {
  const { objects, inArray } = peekHead(head);
  const [first, second] = objects;
  const isRecord = second !== undefined && ['id', '$set', '$rewindTo'].some((name) => second.has(name));
  return !inArray && isHeader(first) && first.has('messages') && !isRecord ? 1 : 0;
}

/** One record a line (since 0.40), the messages after the header. */
export function sniffGeminiLines(head: Buffer): number {
  const { objects, inArray } = peekHead(head);
  return !inArray && isHeader(objects[0]) && sniffGeminiDocument(head) === 0 ? 1 : 0;
}
