import { peekHead, type PeekedObject } from '../peek-head.ts';

/** Lines of roles and messages only: no types, no times; and, since 2026, of turns that ended. */
export function sniffCursorTranscript(head: Buffer): number {
  const { objects, inArray } = peekHead(head);
  const isKnown = objects.every((object) => isMessage(object) || isTurnEnd(object));
  return !inArray && isKnown && objects.some(isMessage) ? 0.8 : 0;
}

const isMessage = (object: PeekedObject): boolean =>
  object.has('role') && object.has('message.content') && !object.has('type') && !object.has('timestamp') && !object.has('uuid');

const isTurnEnd = (object: PeekedObject): boolean => object.get('type') === 'turn_ended' && object.has('status');
