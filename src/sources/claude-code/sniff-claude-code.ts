import { peekHead, type PeekedObject } from '../peek-head.ts';
import { RECORD_SCHEMAS } from './records/record-schemas.ts';

const KINDS = new Set([...RECORD_SCHEMAS.keys()].map((kind) => kind.split('/')[0]));

/** Session ids on typed records with the envelope's camel-case names are Claude Code's own. Qwen Code copies the envelope but keeps its parts in `message.parts`. */
export function sniffClaudeCode(head: Buffer): number {
  const { objects } = peekHead(head);
  // One such record tells of all: another may be damaged before its parts.
  return objects.some((object) => object.has('message.parts')) ? 0 : Math.max(0, ...objects.map(rate));
}

function rate(object: PeekedObject): number {
  const type = object.get('type') ?? '';
  if (!KINDS.has(type)) return 0;
  if ((type === 'user' || type === 'assistant') && object.has('uuid') && object.has('sessionId')) return object.has('message') || !object.complete ? 1 : 0;
  if (object.has('sessionId') && (object.has('uuid') || !['user', 'assistant', 'system'].includes(type))) return 0.95;
  if (type === 'summary' && object.has('leafUuid')) return 0.9;
  if (type === 'file-history-snapshot' && object.has('messageId')) return 0.9;
  return 0;
}
