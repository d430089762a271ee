/** Formats that are known and not yet read. Told from content, so that a person learns "not yet" instead of "what is this". */
import type { AgentName } from '../model/agent.ts';
import { peekHead, type PeekedHead, type PeekedObject } from './peek-head.ts';

type Sniffer = (head: PeekedHead) => boolean;

const hasAll = (object: PeekedObject | undefined, ...paths: string[]): boolean => object !== undefined && paths.every((path) => object.has(path));

const isSqlite = (head: PeekedHead): boolean => head.text.startsWith('SQLite format 3\0');

const SNIFFERS: readonly (readonly [AgentName, Sniffer])[] = [
  ['cursor', (head) => (isSqlite(head) ? /cursorDiskKV/.test(head.text) : isCursorLines(head))],
  ['cline', isCline],
];

/** The agent whose format it is; undefined when none of these. */
export function sniffNotYetRead(head: Buffer): AgentName | undefined {
  const peeked = peekHead(head);
  return SNIFFERS.find(([, sniff]) => sniff(peeked))?.[0];
}

/** Files that agents keep beside their transcripts. */
export function describeOtherFile(head: Buffer): string | undefined {
  const first = peekHead(head).objects[0];
  if (hasAll(first, 'checkpoint_id', 'strategy')) return 'It tells of a checkpoint of Entire; the session is in the file beside it.';
  const isList = hasAll(first, 'display', 'timestamp', 'project') || (hasAll(first, 'session_id', 'ts', 'text') && !first?.has('type'));
  if (isList) return 'It is a list of prompts, not a session.';
  const isPiece = /^(?:msg|prt)_/.test(first?.get('id') ?? '') && first?.has('sessionID') === true;
  return isPiece ? 'It is a piece of an OpenCode session, which is read by the file of the session.' : undefined;
}

/** Only roles and messages: no types, no times. */
function isCursorLines({ objects, inArray }: PeekedHead): boolean {
  return (
    !inArray && objects.length > 0 && objects.every((object) => hasAll(object, 'role', 'message.content') && !object.has('type') && !object.has('timestamp'))
  );
}

/** Arrays: messages as the provider's API has them, or what the screen said and asked. */
function isCline({ objects: [first], inArray }: PeekedHead): boolean {
  if (!inArray || !first) return false;
  return hasAll(first, 'ts', 'type')
    ? first.has('say') || first.has('ask')
    : hasAll(first, 'role', 'content') && ['user', 'assistant'].includes(first.get('role') ?? '');
}
