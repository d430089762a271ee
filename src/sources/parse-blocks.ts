/** Parses the content of a message, a text or a list of blocks, with a schema for each kind of block. */
import type { z } from 'zod';
import { toFields, toList, toText } from './fields.ts';
import { describeMisfit, type RecordCensus } from './record-census.ts';

type BlockSchemas = Readonly<Record<string, z.ZodType>>;
export type BlockOf<S extends BlockSchemas> = { [K in keyof S & string]: { readonly type: K; readonly value: z.infer<S[K]> } }[keyof S & string];

/** Those that fit, in order; the others are counted. */
export function parseBlocks<S extends BlockSchemas>(schemas: S, content: unknown, line: number, census: RecordCensus): BlockOf<S>[] {
  const values = typeof content === 'string' ? [{ type: 'text', text: content }] : toList(content);
  return values.flatMap((value) => {
    const type = toText(toFields(value)['type']);
    const kind = `block ${type}`;
    const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined;
    if (!schema) {
      census.countUnknown(kind);
      return [];
    }
    census.countKnown(kind);
    const parsed = schema.safeParse(value);
    if (parsed.success) return [{ type, value: parsed.data } as BlockOf<S>];
    census.countMalformed(line, describeMisfit(kind, parsed.error));
    return [];
  });
}
