/** Every kind of block SpecStory writes that Rounds knows, with what it needs from it. A block is what stands between two markers. */
import { z } from 'zod';

const textSchema = z.object({ text: z.string() });
const turnSchema = z.object({ isSidechain: z.boolean(), at: z.string().nullable(), model: z.string().optional() });
/** `lines` are those between the tags, the summary included. `type` is SpecStory's word for what the tool does. */
const toolSchema = z.object({ type: z.string(), name: z.string(), lines: z.array(z.string()) });

export const BLOCK_SCHEMAS = {
  generated: z.object({ version: z.string().optional() }),
  title: textSchema,
  session: z.object({ program: z.string(), nativeId: z.string(), at: z.string().nullable() }),
  user: turnSchema,
  agent: turnSchema,
  text: textSchema,
  think: textSchema,
};

/** What SpecStory has called the types of tools; others are read as `unknown` and counted by name. */
const TOOL_TYPES = ['read', 'write', 'shell', 'bash', 'search', 'grep', 'task', 'mcp', 'generic', 'unknown', 'untyped'] as const;

export const RECORD_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...Object.entries(BLOCK_SCHEMAS),
  ...TOOL_TYPES.map((type) => [`tool/${type}`, toolSchema] as const),
]);

type Plain = { readonly [K in keyof typeof BLOCK_SCHEMAS]: { readonly kind: K } & z.infer<(typeof BLOCK_SCHEMAS)[K]> }[keyof typeof BLOCK_SCHEMAS];
export type ToolBlock = { readonly kind: 'tool' } & z.infer<typeof toolSchema>;
export type Block = (Plain | ToolBlock) & { readonly line: number };

export const toBlockKind = (block: Block): string => (block.kind === 'tool' ? `tool/${block.type}` : block.kind);
