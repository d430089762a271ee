import { hasCopilotRecords, isWrittenByVsCode } from '../copilot-cli/sniff-copilot-cli.ts';
import { peekHead, type PeekedObject } from '../peek-head.ts';

/** A session as one document, or (since 1.109) a log of changes to it. */
export function sniffVsCodeChat(head: Buffer): number {
  const { objects, inArray } = peekHead(head);
  const [first] = objects;
  if (!first || inArray) return 0;
  return isChat(first, '') || (first.has('kind') && isChat(first, 'v.')) ? 1 : 0;
}

const isChat = (object: PeekedObject, at: string): boolean =>
  (object.has(`${at}version`) && object.has(`${at}requests`)) ||
  (object.has(`${at}requesterUsername`) && object.has(`${at}responderUsername`)) ||
  // What "Chat: Export Chat" writes since late 2025 names no version, session or person.
  (object.has(`${at}responderUsername`) && object.has(`${at}initialLocation`)) ||
  (at !== '' && (object.has(`${at}requests`) || object.has(`${at}creationDate`)) && object.has(`${at}sessionId`));

/** The records of Copilot CLI, written for a chat of VS Code. */
export function sniffVsCodeTranscript(head: Buffer): number {
  const peeked = peekHead(head);
  return hasCopilotRecords(peeked) && isWrittenByVsCode(peeked) ? 1 : 0;
}
