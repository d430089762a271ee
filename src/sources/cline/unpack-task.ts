/** A task's file as lines. Its id stands nowhere but in its folder's name, which both of its files are in: they are one session. */
import { basename, dirname } from 'node:path';
import { toFields, toOptionalText } from '../fields.ts';
import type { RawLine } from '../source.ts';
import { splitDocument } from '../split-document.ts';

/** Cline's ids are the task's start in ms since the epoch; Roo's and Kilo's newer ones are UUIDs. */
const TASK_ID = /^(?:\d{12,14}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/;

export function* unpackTask(document: Buffer, path: string): Generator<RawLine> {
  const folder = basename(dirname(path));
  yield { line: 0, offset: 0, bytes: Buffer.from(JSON.stringify({ taskId: TASK_ID.test(folder) ? folder : undefined })) };
  for (const line of splitDocument(document, undefined)) if (line.line > 0) yield line;
}

/** The id in the line before the messages. */
export const toTaskId = (before: unknown): string | undefined => toOptionalText(toFields(before)['taskId']);
