/** How an answer looks while nobody may know it: one of few sizes, committed to before anyone could read it. */
import { createHash } from 'node:crypto';
import { sealedAnswerSchema, type SealedAnswer } from '../model/team/team-round.ts';

/** A pass and all but the longest judgements are of the first size. */
export const SIZE_CLASSES = Object.freeze([4 * 1024, 16 * 1024, 64 * 1024]);
const LENGTH_BYTES = 4;
const SALT_BYTES = 32;

export interface SealedBody {
  /** Of one of the size classes; to be encrypted. */
  readonly body: Buffer;
  /** SHA-256 of salt and answer: says nothing of the answer, and later proves it. */
  readonly commitment: Buffer;
}

/** `salt`: 32 random bytes. Null where the answer is longer than the largest class. */
export function closeAnswer(answer: SealedAnswer, salt: Buffer): SealedBody | null {
  const words = Buffer.from(JSON.stringify(answer));
  const size = SIZE_CLASSES.find((bytes) => bytes >= LENGTH_BYTES + SALT_BYTES + words.length);
  if (size === undefined || salt.length !== SALT_BYTES) return null;
  const body = Buffer.alloc(size);
  body.writeUInt32BE(words.length);
  salt.copy(body, LENGTH_BYTES);
  words.copy(body, LENGTH_BYTES + SALT_BYTES);
  return { body, commitment: toCommitment(salt, words) };
}

/** Null where the body is not what was committed to. */
export function openAnswer(body: Buffer, commitment: Buffer): { readonly answer: SealedAnswer; readonly salt: string } | null {
  if (body.length < LENGTH_BYTES + SALT_BYTES) return null;
  const length = body.readUInt32BE();
  const salt = body.subarray(LENGTH_BYTES, LENGTH_BYTES + SALT_BYTES);
  const words = body.subarray(LENGTH_BYTES + SALT_BYTES, LENGTH_BYTES + SALT_BYTES + length);
  if (words.length !== length || !toCommitment(salt, words).equals(commitment)) return null;
  return { answer: sealedAnswerSchema.parse(JSON.parse(words.toString())), salt: salt.toString('hex') };
}

function toCommitment(salt: Buffer, words: Buffer): Buffer {
  return createHash('sha256').update(salt).update(words).digest();
}

/** Whether these answers, in this order, are the chain the store built: `chain` is SHA-256 of the one before, the commitment and the person. */
export function isUnbroken(answers: readonly { readonly person: string; readonly commitment: Buffer; readonly chain: Buffer }[]): boolean {
  let before = Buffer.alloc(0);
  return answers.every(({ person, commitment, chain }) => {
    before = createHash('sha256').update(before).update(commitment).update(person).digest();
    return before.equals(chain);
  });
}
