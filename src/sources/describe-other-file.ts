import { peekHead, type PeekedObject } from './peek-head.ts';

const hasAll = (object: PeekedObject | undefined, ...paths: string[]): boolean => object !== undefined && paths.every((path) => object.has(path));

/** What a file is that agents keep beside their transcripts; undefined when it is none of these. */
export function describeOtherFile(head: Buffer): string | undefined {
  const first = peekHead(head).objects[0];
  if (hasAll(first, 'checkpoint_id', 'strategy')) return 'It tells of a checkpoint of Entire; the session is in the file beside it.';
  const isList = hasAll(first, 'display', 'timestamp', 'project') || (hasAll(first, 'session_id', 'ts', 'text') && !first?.has('type'));
  if (isList) return 'It is a list of prompts, not a session.';
  const isPiece = /^(?:msg|prt)_/.test(first?.get('id') ?? '') && first?.has('sessionID') === true;
  return isPiece ? 'It is a piece of an OpenCode session, which is read by the file of the session.' : undefined;
}
