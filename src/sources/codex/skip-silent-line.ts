/** Reasoning that is only encrypted, often the bulk of a rollout: counted, not parsed. Quotes inside strings are escaped, so these bytes are structure. */
const KIND = Buffer.from('"type":"response_item","payload":{"type":"reasoning",');
const NO_SUMMARY = Buffer.from('"summary":[],');
const CLOSE_BRACE = 0x7d;
/** The kind stands after a timestamp, an empty summary after an id. */
const HEAD_BYTES = 320;

/** The record's kind where the line needs no parsing. */
export function toSilentKind(line: Buffer): string | undefined {
  if (line[line.length - 1] !== CLOSE_BRACE) return undefined;
  const head = line.subarray(0, HEAD_BYTES);
  const at = head.indexOf(KIND);
  return at !== -1 && at < 64 && head.includes(NO_SUMMARY, at) ? 'response_item/reasoning' : undefined;
}
