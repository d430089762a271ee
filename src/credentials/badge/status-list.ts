import { gunzipSync, gzipSync } from 'node:zlib';
import { VC_CONTEXT, type StatusEntry, type StatusList } from '../../model/credential.ts';
import { toSecond } from './sign-credential.ts';

/** The least that Bitstring Status List 1.0 allows: among so many, one place says nothing about whose it is. */
export const STATUS_PLACES = 131_072;
/** 4 million places; a list that unpacks to more is an attack. */
const MAX_BYTES = 512 * 1024;
/** How long a copy of the list may be relied on. */
const VALID_DAYS = 7;

export const REVERSED = 'revocation';

interface ListOf {
  readonly url: string;
  readonly issuer: string;
  /** Places of the credentials that were reversed. */
  readonly reversed: readonly number[];
  readonly now: Date;
}

/** Which credentials were reversed, as a credential that waits to be signed. It names nobody. */
export function frameStatusList({ url, issuer, reversed, now }: ListOf): StatusList {
  const bits = new Uint8Array(STATUS_PLACES / 8);
  for (const place of reversed) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  return {
    '@context': [VC_CONTEXT],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: toSecond(now),
    validUntil: toSecond(new Date(now.getTime() + VALID_DAYS * 86_400_000)),
    credentialSubject: { id: `${url}#list`, type: 'BitstringStatusList', statusPurpose: REVERSED, encodedList: `u${gzipSync(bits).toString('base64url')}` },
  };
}

export const toStatusEntry = (url: string, place: number): StatusEntry => ({
  id: `${url}#${place}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: REVERSED,
  statusListIndex: String(place),
  statusListCredential: url,
});

/** Null where the list cannot be read or has no such place. */
export function isMarked({ credentialSubject: { encodedList } }: StatusList, place: number): boolean | null {
  try {
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'), { maxOutputLength: MAX_BYTES });
    const byte = bits[place >> 3];
    return byte === undefined ? null : (byte & (0x80 >> (place & 7))) !== 0;
  } catch {
    return null;
  }
}
