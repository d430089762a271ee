import { peekHead, type PeekedObject } from '../peek-head.ts';

const KINDS = new Set(['session_meta', 'turn_context', 'response_item', 'event_msg', 'compacted', 'world_state', 'token_usage_record']);
const OLD_ITEMS = new Set(['message', 'reasoning', 'function_call', 'function_call_output', 'local_shell_call']);

/** Every line has a timestamp, a type and a payload; the oldest rollouts begin with an id and instructions and go on with bare items. */
export function sniffCodex(head: Buffer): number {
  const { objects, inArray } = peekHead(head);
  if (inArray) return 0;
  if (objects.some((object) => KINDS.has(object.get('type') ?? '') && object.has('timestamp') && (object.has('payload') || !object.complete))) return 1;
  return isOldRollout(objects) ? 0.9 : 0;
}

function isOldRollout([first, ...rest]: readonly PeekedObject[]): boolean {
  if (!first || !first.has('id') || !first.has('timestamp') || first.has('type')) return false;
  return rest.some(isOldRecord) || (first.has('instructions') && rest.length === 0);
}

const isOldRecord = (object: PeekedObject): boolean =>
  object.get('record_type') === 'state' || (OLD_ITEMS.has(object.get('type') ?? '') && !object.has('uuid'));
