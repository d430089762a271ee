import { peekHead } from '../peek-head.ts';

/** Lines of roles and messages only: no types, no times. */
export function sniffCursorTranscript(head: Buffer): number {
  const { objects, inArray } = peekHead(head);
  const isLine = objects.every(
    (object) => object.has('role') && object.has('message.content') && !object.has('type') && !object.has('timestamp') && !object.has('uuid'),
  );
  return !inArray && objects.length > 0 && isLine ? 0.8 : 0;
}
