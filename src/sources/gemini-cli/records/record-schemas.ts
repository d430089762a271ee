/** A schema for every kind of record. */
import type { z } from 'zod';
import { toFields } from '../../fields.ts';
import { headerSchema, rewindSchema, setSchema } from './header.ts';
import { geminiSchema, noticeSchema, userSchema } from './message.ts';

const SCHEMAS = {
  header: headerSchema,
  $set: setSchema,
  $rewindTo: rewindSchema,
  user: userSchema,
  gemini: geminiSchema,
  info: noticeSchema,
  error: noticeSchema,
  warning: noticeSchema,
};

export type RecordKind = keyof typeof SCHEMAS;
export type RecordOf<K extends RecordKind> = z.infer<(typeof SCHEMAS)[K]>;

export const RECORD_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>(Object.entries(SCHEMAS));

/** '' where the value is no record. */
export function toKind(value: unknown): string {
  const record = toFields(value);
  if ('$set' in record) return '$set';
  if ('$rewindTo' in record) return '$rewindTo';
  if (typeof record['id'] === 'string') return typeof record['type'] === 'string' ? record['type'] : '';
  return typeof record['sessionId'] === 'string' ? 'header' : '';
}
