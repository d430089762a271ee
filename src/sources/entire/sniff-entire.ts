import { peekHead } from '../peek-head.ts';

/** Lines with a version and a type, and `content` at the top: agents' own lines have it within a message. */
export function sniffEntire(head: Buffer): number {
  const { objects, inArray } = peekHead(head);
  const isLine = objects.some((object) => object.has('v') && object.has('content') && ['user', 'assistant'].includes(object.get('type') ?? ''));
  const isNamed = objects.some((object) => object.has('v') && object.has('agent') && object.has('cli_version') && object.has('type'));
  return !inArray && (isLine || isNamed) ? 0.9 : 0;
}
