import { peekHead, type PeekedHead, type PeekedObject } from '../peek-head.ts';

const KIND = /^(?:session|user|assistant|tool|hook|system|subagent|skill|permission|command|model)\.[a-z_.]+$|^abort$/;

const isRecord = (object: PeekedObject): boolean => ['type', 'data', 'id', 'timestamp'].every((key) => object.has(key)) && KIND.test(object.get('type') ?? '');

/** Lines of `{type, data, id, timestamp, parentId}` with dotted types. */
export function sniffCopilotCli(head: Buffer): number {
  const peeked = peekHead(head);
  return hasCopilotRecords(peeked) && !isWrittenByVsCode(peeked) ? 1 : 0;
}

export const hasCopilotRecords = ({ objects, inArray }: PeekedHead): boolean => !inArray && objects.some(isRecord);

/** The chat of VS Code writes the same records for its own sessions, and says so in the first. */
export const isWrittenByVsCode = ({ objects }: PeekedHead): boolean => objects.some((object) => object.has('data.vscodeVersion'));
