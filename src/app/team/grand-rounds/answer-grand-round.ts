import { randomBytes } from 'node:crypto';
import type { Judgement } from '../../../model/judgement.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, type Result } from '../../../model/result.ts';
import type { GrandRound } from '../../../model/team/grand-round.ts';
import type { GrandRoundId } from '../../../model/team/ids.ts';
import type { SealedAnswer } from '../../../model/team/team-round.ts';
import { closeAnswer } from '../../../rounds/sealed-body.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { answerGrandRound, revealGrandRound, sayInGrandRound } from '../../../store/grand-rounds.ts';
import { toAnswersKey } from '../rounds/answers-key.ts';
import type { SharedApp } from '../team-app.ts';
import { tellCohort } from './offer-grand-round.ts';
import { showGrandWithin, toGrandAnswerName } from './show-grand-round.ts';

/** Seals my judgement for good, or gives it up; nobody is told before the one reveal. */
export function answerInCohort(app: SharedApp, actor: Actor, id: GrandRoundId, judgement: Judgement | null): Promise<Result<GrandRound, Problem>> {
  return app.store.as(actor, async (tx) => {
    const at = app.clock().toISOString();
    const given: SealedAnswer = judgement ? { answer: 'judgement', judgement } : { answer: 'pass' };
    const closed = closeAnswer(given, randomBytes(32));
    if (!closed) return failed(problem('bad-input', 'The judgement is too long to be sealed.', { next: 'Shorten the reason and seal again.' }));
    const body = await app.keys.encrypt(toAnswersKey(actor.organisation), toGrandAnswerName(id), closed.body);
    if (!body.ok) return body;
    await answerGrandRound(tx, id, { body: body.value, commitment: closed.commitment }, at);
    if (await revealGrandRound(tx, id, at)) await tellCohort(tx, id);
    return showGrandWithin(app, tx, id);
  });
}

/** The one discussion after the reveal; who speaks does so under their name. */
export function sayInCohort(app: SharedApp, actor: Actor, id: GrandRoundId, body: string): Promise<Result<GrandRound, Problem>> {
  return app.store.as(actor, async (tx) => {
    await sayInGrandRound(tx, id, body, app.clock().toISOString());
    await tellCohort(tx, id);
    return showGrandWithin(app, tx, id);
  });
}
