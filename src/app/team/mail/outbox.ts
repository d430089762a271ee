import { randomBytes } from 'node:crypto';
import { letterSchema, type Letter } from '../../../mail/letter.ts';
import type { Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { AccountsDatabase } from '../../../store/accounts/accounts-database.ts';
import { addLetter, type LetterKind } from '../../../store/accounts/outbox-table.ts';
import type { ContentKeys } from '../content-keys.ts';

/** One for all letters: they are gone from the database as soon as they are sent. */
const KEY = 'mail';

export interface OutgoingLetter {
  readonly kind: LetterKind;
  readonly letter: Letter;
  /** Whose account it is about; null where there is none yet. */
  readonly person: string | null;
  /** Told once: another letter of the same reason is not sent. */
  readonly reason?: string;
  readonly until: Date;
}

/** What waits to be sent; null where this server has no mail server, and nothing is ever sent. */
export interface Outbox {
  /** Goes out after the transaction `tx` is written, or not at all. False where its reason was told already. */
  readonly put: (tx: AccountsDatabase, letter: OutgoingLetter) => Promise<Result<boolean, Problem>>;
  /** What a row of the outbox says. */
  readonly open: (id: string, body: Uint8Array) => Promise<Result<Letter, Problem>>;
}

export function createOutbox({ keys, clock }: { keys: Pick<ContentKeys, 'encrypt' | 'decrypt'>; clock: () => Date }): Outbox {
  return {
    async put(tx, { kind, letter, person, reason = null, until }) {
      const id = randomBytes(16).toString('hex');
      const body = await keys.encrypt(KEY, id, Buffer.from(JSON.stringify(letter)));
      return body.ok ? ok(await addLetter(tx, { id, kind, person, reason, body: body.value, at: clock(), until })) : failed(body.problem);
    },
    async open(id, body) {
      const plain = await keys.decrypt(KEY, id, body);
      return plain.ok ? ok(letterSchema.parse(JSON.parse(plain.value.toString()))) : plain;
    },
  };
}
