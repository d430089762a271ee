/** A schema for every kind of part of a message. */
import { z } from 'zod';

const time = z.object({ start: z.number().nullish(), end: z.number().nullish() }).nullish();

const textPartSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** Added by the program, not typed. */
  synthetic: z.boolean().nullish(),
  time,
});

export const toolPartSchema = z.object({
  id: z.string(),
  tool: z.string(),
  state: z.object({
    status: z.string(),
    input: z.unknown().optional(),
    output: z.unknown().optional(),
    error: z.unknown().optional(),
    metadata: z.unknown().optional(),
    time,
  }),
});
export type ToolPart = z.infer<typeof toolPartSchema>;

/** Says nothing that another part does not. */
const silentPartSchema = z.object({});

const SCHEMAS = {
  text: textPartSchema,
  reasoning: textPartSchema,
  tool: toolPartSchema,
  file: z.object({ mime: z.string().nullish() }),
  subtask: z.object({ id: z.string(), prompt: z.string() }),
  compaction: z.object({ id: z.string(), auto: z.boolean().nullish() }),
  retry: z.object({ id: z.string(), error: z.unknown().optional() }),
  'step-start': silentPartSchema,
  'step-finish': silentPartSchema,
  snapshot: silentPartSchema,
  patch: silentPartSchema,
  agent: silentPartSchema,
};

export type PartKind = keyof typeof SCHEMAS;
export type PartOf<K extends PartKind> = z.infer<(typeof SCHEMAS)[K]>;

export const PART_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>(Object.entries(SCHEMAS));
