/** Hooks and instructions repeat what other records say, often the bulk of a file: counted, not parsed. Quotes inside strings are escaped, so these bytes are structure. */
const HEADS = ['hook.start', 'system.message', 'assistant.turn_start', 'assistant.turn_end'].map((kind) => ({
  kind,
  head: Buffer.from(`{"type":"${kind}","data":{`),
}));
const CLOSE_BRACE = 0x7d;

/** The record's kind where the line needs no parsing. */
export function toSilentKind(line: Buffer): string | undefined {
  if (line[line.length - 1] !== CLOSE_BRACE) return undefined;
  return HEADS.find(({ head }) => line.subarray(0, head.length).equals(head))?.kind;
}
