import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { SignOffRecord, SignOffRequest } from '../../model/sign-off.ts';
import { addMonths } from '../year/add-months.ts';
import { appendRecord } from './chain-records.ts';
import { listRefusals, type SignOffScene } from './list-refusals.ts';

/** The records with the sign-off, or `not-allowed` with every reason. */
export function grantSignOff(request: SignOffRequest, scene: SignOffScene): Result<SignOffRecord[], Problem> {
  const refusals = listRefusals(request, scene);
  if (refusals.length > 0)
    return failed(
      problem('not-allowed', 'This cannot be signed.', {
        why: refusals.map(({ words }) => words).join(' '),
        next: 'Settle these first. Nothing was recorded.',
      }),
    );
  const expiresAt = addMonths(scene.now, scene.rules.validMonths);
  return ok(appendRecord(scene.records, { type: 'granted', request, by: request.signer, expiresAt, at: scene.now }));
}

export interface Reversal {
  readonly request: string;
  readonly by: string;
  readonly why: string;
  readonly now: string;
}

/** New evidence takes a sign-off back, with a reason; what was written before stays. */
export function reverseSignOff(records: readonly SignOffRecord[], { request, by, why, now }: Reversal): Result<SignOffRecord[], Problem> {
  if (!records.some(({ entry }) => entry.type === 'granted' && entry.request.id === request)) return failed(problem('not-found', 'There is no such sign-off.'));
  if (records.some(({ entry }) => entry.type === 'reversed' && entry.request === request))
    return failed(problem('conflict', 'This sign-off was already reversed.'));
  if (why.trim().length < 8) return failed(problem('bad-input', 'Say why it is reversed.', { next: 'A sentence is enough; the person will read it.' }));
  return ok(appendRecord(records, { type: 'reversed', request, by, why: why.trim(), at: now }));
}
