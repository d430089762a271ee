import { createHash } from 'node:crypto';

/** Names are made in this space: a random one, of Rounds alone. */
const SPACE = Buffer.from('5c2f4d0e8a514c0f9b3e7d6a1f20c9b4', 'hex');

/** A UUID of version 5 (RFC 9562, SHA-1 over a name): the same parts have the same id in every file that names them. */
export function toStableUuid(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(SPACE).update(parts.join('\n')).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const toStableId = (...parts: readonly string[]): string => `urn:uuid:${toStableUuid(...parts)}`;
