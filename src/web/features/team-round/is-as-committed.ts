import type { RevealedAnswer } from '../../../model/team/team-round.ts';

const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Whether the commitment is that of these words: SHA-256 of the salt, then the answer as the JSON it was sealed as. */
export async function isAsCommitted({ judgement, salt, commitment }: Pick<RevealedAnswer, 'judgement' | 'salt' | 'commitment'>): Promise<boolean> {
  const words = new TextEncoder().encode(JSON.stringify(judgement ? { answer: 'judgement', judgement } : { answer: 'pass' }));
  const salted = fromHex(salt);
  const bytes = new Uint8Array(salted.length + words.length);
  bytes.set(salted);
  bytes.set(words, salted.length);
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) === commitment;
}
