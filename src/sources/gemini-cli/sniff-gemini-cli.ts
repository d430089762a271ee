/** Knows Gemini CLI's sessions by their first record. */
import { peekHead, type PeekedObject } from '../peek-head.ts';

const isHeader = (object: PeekedObject | undefined): object is PeekedObject =>
  object !== undefined && ['sessionId', 'projectHash', 'startTime'].every((name) => object.has(name));

/** Messages without a header: what Entire keeps of a document it cuts in parts. */
const PART = /^\s*\{"messages":\[\{(?:"id":"[^"]{1,80}",)?(?:"timestamp":"[^"]{1,40}",)?"type":"(?:user|gemini|info)"/;

/** One document that holds its messages. */
export function sniffGeminiDocument(head: Buffer): number {
  const { objects, inArray, text } = peekHead(head);
  const [first] = objects;
  if (PART.test(text)) return 0.8;
  return !inArray && isHeader(first) && first.has('messages') && !isRecordALine(text) ? 1 : 0;
}

/** The first line is a whole record, and others follow. */
function isRecordALine(text: string): boolean {
  const end = text.indexOf('\n');
  if (end === -1 || text.slice(end).trim() === '') return false;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false; // a document over several lines
  }
}

/** One record a line (since 0.40), the messages after the header. */
export function sniffGeminiLines(head: Buffer): number {
  const { objects, inArray } = peekHead(head);
  return !inArray && isHeader(objects[0]) && sniffGeminiDocument(head) === 0 ? 1 : 0;
}
