import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;
const VERSION = 1;
const ID_BYTES = 8;
// NIST SP 800-38D: 96-bit nonces, drawn at random for at most 2^32 bodies a key; a key of a case or a round sees hundreds.
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + ID_BYTES + NONCE_BYTES;
/** What encryption adds to every body, whatever it holds. */
export const ADDED_BYTES = HEAD_BYTES + TAG_BYTES;

/** Says which key encrypted something, and nothing about the key. */
export const toKeyId = (key: Uint8Array): Buffer => createHash('sha256').update('rounds key id\0').update(key).digest().subarray(0, ID_BYTES);

/**
 * AES-256-GCM: version, key's id, nonce, ciphertext, tag. `about` is not in it and must be the same to open it.
 * Bare bytes as a key cost Node four times what a key object does (measured on Node 24).
 */
export function sealBytes(key: Uint8Array, about: string, plain: Uint8Array): Buffer {
  const head = Buffer.concat([Buffer.of(VERSION), toKeyId(key), randomBytes(NONCE_BYTES)]);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), head.subarray(1 + ID_BYTES), { authTagLength: TAG_BYTES });
  cipher.setAAD(toAuthenticated(head, about));
  return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Null where it was sealed with another key or about something else, or where a byte is missing or changed. */
export function openBytes(key: Uint8Array, about: string, sealed: Uint8Array): Buffer | null {
  const body = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (body.length < ADDED_BYTES || body[0] !== VERSION || !readKeyId(body).equals(toKeyId(key))) return null;
  const head = body.subarray(0, HEAD_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), head.subarray(1 + ID_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(toAuthenticated(head, about));
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  const plain = decipher.update(body.subarray(HEAD_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return null;
  }
}

/** Id of the key that sealed it. */
export const readKeyId = (sealed: Uint8Array): Buffer => Buffer.from(sealed.subarray(1, 1 + ID_BYTES));

const toAuthenticated = (head: Buffer, about: string): Buffer => Buffer.concat([head, Buffer.from(about)]);
