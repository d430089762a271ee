import { peekHead } from '../peek-head.ts';
import type { Source } from '../source.ts';
import { createQwenReader } from './create-qwen-reader.ts';

/** Its records have ids as Claude Code's, and messages made of parts as Gemini CLI's. */
function sniffQwenCode(head: Buffer): number {
  const { objects, inArray } = peekHead(head);
  const isRecord = objects.some((object) => ['sessionId', 'uuid', 'type', 'message.parts'].every((path) => object.has(path)));
  return isRecord && !inArray ? 1 : 0;
}

export const qwenCodeSource: Source = { agent: 'qwen-code', sniff: sniffQwenCode, createReader: createQwenReader };
