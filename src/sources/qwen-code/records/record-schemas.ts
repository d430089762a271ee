/** A schema for every kind of record. What one system record says depends on its subtype. */
import { z } from 'zod';
import { toFields } from '../../fields.ts';

const envelope = {
  uuid: z.string(),
  parentUuid: z.string().nullish(),
  sessionId: z.string(),
  timestamp: z.string().nullish(),
  cwd: z.string().nullish(),
  version: z.string().nullish(),
  gitBranch: z.string().nullish(),
};
export const envelopeSchema = z.object(envelope);
export type Envelope = z.infer<typeof envelopeSchema>;

/** Parts in the form of the Gemini interface, which Qwen Code kept. */
const messageSchema = z.object({ parts: z.array(z.unknown()) });

const system = <T extends z.ZodType>(payload: T) => z.object({ ...envelope, systemPayload: payload });

const SCHEMAS = {
  user: z.object({ ...envelope, message: messageSchema, subtype: z.string().nullish() }),
  assistant: z.object({
    ...envelope,
    message: messageSchema.nullish(),
    model: z.string().nullish(),
    usageMetadata: z.object({ candidatesTokenCount: z.number().nullish(), thoughtsTokenCount: z.number().nullish() }).nullish(),
  }),
  tool_result: z.object({
    ...envelope,
    message: messageSchema,
    toolCallResult: z.object({ callId: z.string().nullish(), status: z.string().nullish(), resultDisplay: z.unknown().optional() }).nullish(),
  }),
  'system/slash_command': system(z.object({ phase: z.string().nullish(), rawCommand: z.string().nullish() })),
  'system/chat_compression': system(z.object({ info: z.object({ originalTokenCount: z.number().nullish() }).nullish() })),
  'system/custom_title': system(z.object({ customTitle: z.string() })),
  'system/rewind': z.object(envelope),
  /** How long a call took stands here and not in its result. */
  'system/ui_telemetry': system(
    z.object({ uiEvent: z.object({ 'event.name': z.string().nullish(), function_name: z.string().nullish(), duration_ms: z.number().nullish() }).nullish() }),
  ),
  'system/attribution_snapshot': z.object(envelope),
  'system/at_command': z.object(envelope),
};

export type RecordKind = keyof typeof SCHEMAS;
export type RecordOf<K extends RecordKind> = z.infer<(typeof SCHEMAS)[K]>;

export const RECORD_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>(Object.entries(SCHEMAS));

/** '' where the value is no record. */
export function toKind(value: unknown): string {
  const { type, subtype } = toFields(value);
  if (typeof type !== 'string') return '';
  return type === 'system' && typeof subtype === 'string' ? `system/${subtype}` : type;
}
