/**
 * Every kind of line and block of Entire's own transcript format (v1, 2026), with what is needed from it. A call's result stands
 * within the call. Field names: https://github.com/entireio/cli, package transcript.
 */
import { z } from 'zod';

const lineSchema = z.object({
  v: z.literal(1),
  agent: z.string().nullish(),
  cli_version: z.string().nullish(),
  ts: z.string().nullish(),
  id: z.string().nullish(),
  output_tokens: z.number().nullish(),
  content: z.union([z.string(), z.array(z.unknown())]).nullish(),
});

const textSchema = z.object({ id: z.string().nullish(), text: z.string() });

const toolUseSchema = z.object({
  id: z.string().nullish(),
  name: z.string(),
  input: z.unknown().optional(),
  result: z.object({ output: z.unknown().optional(), status: z.string().nullish() }).nullish(),
});

export const LINE_SCHEMAS = { user: lineSchema, assistant: lineSchema };

/** The person's text has no `type`. */
export const BLOCK_SCHEMAS = {
  text: textSchema,
  thinking: z.object({ thinking: z.string() }),
  tool_use: toolUseSchema,
  image: z.object({}),
};

export const RECORD_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...Object.entries(LINE_SCHEMAS),
  ...Object.entries(BLOCK_SCHEMAS).map(([type, schema]) => [`block/${type}`, schema] as const),
]);

export type Line = z.infer<typeof lineSchema>;
export type ToolUse = z.infer<typeof toolUseSchema>;
