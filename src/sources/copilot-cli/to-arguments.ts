import { toFields, type Fields } from '../fields.ts';

/** Arguments as fields. The chat of VS Code writes JSON in a string; a patch is free text and has no fields. */
export function toArguments(input: unknown): Fields {
  if (typeof input !== 'string') return toFields(input);
  if (!/^\s*\{/.test(input)) return {};
  try {
    return toFields(JSON.parse(input));
  } catch {
    return {}; // the model wrote broken JSON: the call is still told, as its raw text
  }
}
