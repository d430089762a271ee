import { peekHead, type PeekedObject } from '../peek-head.ts';

/** Messages as the provider's API has them. Other programs may keep such a list too: surer where Cline's own words are in it. */
export function sniffConversation(head: Buffer): number {
  const { objects, inArray, text } = peekHead(head);
  const [first] = objects;
  if (!inArray || !first || !isMessage(first)) return 0;
  return /<(?:task|user_message|environment_details)>/.test(text) ? 1 : 0.6;
}

const isMessage = (object: PeekedObject): boolean => object.has('content') && ['user', 'assistant'].includes(object.get('role') ?? '');

/** What the screen said and asked. */
export function sniffScreen(head: Buffer): number {
  const { objects, inArray } = peekHead(head);
  const [first] = objects;
  return inArray && first?.has('ts') && first.has('type') && (first.has('say') || first.has('ask')) ? 1 : 0;
}
