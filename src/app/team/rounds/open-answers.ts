import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { RevealedAnswer, SealedAnswer } from '../../../model/team/team-round.ts';
import { isUnbroken, openAnswer } from '../../../rounds/sealed-body.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { readAnswers } from '../../../store/rounds.ts';
import type { SharedApp } from '../team-app.ts';
import { toAnswerName, toAnswersKey } from './answers-key.ts';

export type OpenedAnswer = Pick<RevealedAnswer, 'person' | 'ordinal' | 'at' | 'commitment' | 'salt'> & { readonly answer: SealedAnswer };

/** What everyone sealed, in that order; none of a round that is not revealed to me. `storage` where it is not what was sealed. */
export async function openSealedAnswers({ keys }: Pick<SharedApp, 'keys'>, tx: Tx, id: RoundId): Promise<Result<OpenedAnswer[], Problem>> {
  const stored = await readAnswers(tx, id);
  if (!isUnbroken(stored)) return failed(tampered());
  const opened: OpenedAnswer[] = [];
  for (const { person, ordinal, body, commitment, at } of stored) {
    const plain = await keys.decrypt(toAnswersKey(tx.actor.organisation), toAnswerName(id, person), body);
    if (!plain.ok) return plain;
    const read = openAnswer(plain.value, commitment);
    if (!read) return failed(tampered());
    opened.push({ person, ordinal, at, answer: read.answer, commitment: commitment.toString('hex'), salt: read.salt });
  }
  return ok(opened);
}

function tampered(): Problem {
  return problem('storage', 'A sealed answer of this round is not what was sealed.', {
    why: 'The store was changed by something other than Rounds.',
    next: 'Ask whoever runs the server to restore a backup.',
  });
}
