/** A document is needed whole: in pieces of its bytes, up to a limit. The biggest honest ones seen are a few MB. */
export const DOCUMENT_LIMIT = 256 * 1024 * 1024;

/** Null where it is over the limit; the rest is then not asked for. */
export function readDocument(chunks: Iterable<Buffer>, limit: number = DOCUMENT_LIMIT): Buffer | null {
  let document = Buffer.alloc(0);
  let length = 0;
  for (const chunk of chunks) {
    if (length + chunk.length > limit) return null;
    if (length + chunk.length > document.length) {
      const grown = Buffer.allocUnsafe(Math.min(limit, Math.max(1024 * 1024, (length + chunk.length) * 2)));
      document.copy(grown, 0, 0, length);
      document = grown;
    }
    chunk.copy(document, length);
    length += chunk.length;
  }
  return document.subarray(0, length);
}
