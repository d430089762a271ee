import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Judgement } from '../../../model/judgement.ts';
import { sealedAnswerSchema } from '../../../model/team/team-round.ts';
import { isAsCommitted } from './is-as-committed.ts';

const judgement: Judgement = {
  verdict: 'reject',
  lines: [],
  reason: 'Ünsafe — “quoted”.',
  proposition: 'It fails.',
  probability: 70,
  changeMyMind: '',
  knewOutcome: false,
};

/** As the server seals: the bytes of the JSON, behind the salt. */
function seal(answer: unknown): { salt: string; commitment: string } {
  const salt = randomBytes(32);
  return { salt: salt.toString('hex'), commitment: createHash('sha256').update(salt).update(JSON.stringify(answer)).digest('hex') };
}

it('knows the words that were sealed, and any others', async () => {
  const sealed = seal(sealedAnswerSchema.parse({ judgement, answer: 'judgement' }));
  expect(await isAsCommitted({ ...sealed, judgement })).toBe(true);
  expect(await isAsCommitted({ ...sealed, judgement: { ...judgement, probability: 71 } })).toBe(false);
  expect(await isAsCommitted({ ...sealed, judgement: null })).toBe(false);
});

it('knows a pass', async () => {
  expect(await isAsCommitted({ ...seal({ answer: 'pass' }), judgement: null })).toBe(true);
});
