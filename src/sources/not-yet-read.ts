/** Formats that are known and not yet read. Told from content, so that a person learns "not yet" instead of "what is this". */
import type { AgentName } from '../model/agent.ts';
import { peekHead, type PeekedHead, type PeekedObject } from './peek-head.ts';

type Sniffer = (head: PeekedHead) => boolean;

const hasAll = (object: PeekedObject | undefined, ...paths: string[]): boolean => object !== undefined && paths.every((path) => object.has(path));

const SNIFFERS: readonly (readonly [AgentName, Sniffer])[] = [];

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
