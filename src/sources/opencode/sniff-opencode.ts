/** Knows OpenCode's exports and its older files by their ids. */
import { peekHead } from '../peek-head.ts';

/** `opencode export`: `info` of the session, then its messages. */
export function sniffExport(head: Buffer): number {
  const { objects, inArray } = peekHead(head);
  return !inArray && objects[0]?.get('info.id')?.startsWith('ses_') === true ? 1 : 0;
}

/** A session's own file, up to 1.1. */
export function sniffStorage(head: Buffer): number {
  const { objects, inArray } = peekHead(head);
  const [first] = objects;
  return !inArray && first?.get('id')?.startsWith('ses_') === true && first.has('projectID') && first.has('directory') ? 1 : 0;
}
