import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { Outcome } from '../../../model/case.ts';
import type { GrandRoundList } from '../../../model/api/team/grand-rounds.ts';
import type { GrandRound, NamelessAnswer } from '../../../model/team/grand-round.ts';
import type { GrandRoundId } from '../../../model/team/ids.ts';
import { resolveJudgement } from '../../../rounds/resolve-judgement.ts';
import { openAnswer } from '../../../rounds/sealed-body.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { listOwnCohorts, listGrandMessages, listGrandRounds, readGrandAnswers, readGrandBodies, revealGrandRound } from '../../../store/grand-rounds.ts';
import { toAnswersKey } from '../rounds/answers-key.ts';
import type { SharedApp } from '../team-app.ts';
import { openBodies } from './grand-bodies.ts';

/** One name for all answers of a grand round: what is encrypted does not say whose it is. */
export const toGrandAnswerName = (id: GrandRoundId): string => `answer in ${id}`;

/** The grand round as I may see it now; over by looking at it once its time is. */
export function showGrandRound(app: SharedApp, actor: Actor, id: GrandRoundId): Promise<Result<GrandRound, Problem>> {
  return app.store.as(actor, async (tx) => {
    await revealGrandRound(tx, id, app.clock().toISOString());
    return showGrandWithin(app, tx, id);
  });
}

export async function showGrandWithin(app: SharedApp, tx: Tx, id: GrandRoundId): Promise<Result<GrandRound, Problem>> {
  const card = (await listGrandRounds(tx)).find((each) => each.id === id);
  const bodies = card ? await readGrandBodies(tx, id) : null;
  if (!card || !bodies) return failed(noSuchGrandRound());
  const parts = await openBodies(app, id, bodies);
  if (!parts.ok) return parts;
  const isOver = card.state === 'revealed' || card.state === 'ended';
  const answers = isOver ? await openAnswers(app, tx, id, parts.value.outcome ?? null) : ok(null);
  if (!answers.ok) return answers;
  return ok({
    ...card,
    question: parts.value.content?.question ?? null,
    content: parts.value.content ?? null,
    answers: answers.value,
    outcome: isOver ? (parts.value.outcome ?? null) : null,
    messages: await listGrandMessages(tx, id),
  });
}

/** Those of my cohorts and my pairs, the latest first. */
export function listMyGrandRounds(app: SharedApp, actor: Actor): Promise<Result<GrandRoundList, Problem>> {
  return app.store.as(actor, async (tx) => {
    const grandRounds: GrandRoundList['grandRounds'] = [];
    for (const card of await listGrandRounds(tx)) {
      const bodies = await readGrandBodies(tx, card.id);
      const parts = bodies ? await openBodies(app, card.id, bodies) : null;
      grandRounds.push({ ...card, question: parts?.ok ? (parts.value.content?.question ?? null) : null });
    }
    return ok({ grandRounds, cohorts: await listOwnCohorts(tx) });
  });
}

async function openAnswers({ keys }: SharedApp, tx: Tx, id: GrandRoundId, outcome: Outcome | null): Promise<Result<NamelessAnswer[], Problem>> {
  const opened: NamelessAnswer[] = [];
  for (const { isMine, body, commitment } of await readGrandAnswers(tx, id)) {
    const plain = await keys.decrypt(toAnswersKey(tx.actor.organisation), toGrandAnswerName(id), body);
    if (!plain.ok) return plain;
    const read = openAnswer(plain.value, commitment);
    if (!read)
      return failed(
        problem('storage', 'A sealed answer of this round is not what was sealed.', { why: 'The store was changed by something other than Rounds.' }),
      );
    const judgement = read.answer.answer === 'judgement' ? read.answer.judgement : null;
    opened.push({ isMine, judgement, resolution: judgement && outcome ? resolveJudgement(judgement, outcome) : null });
  }
  return ok(opened);
}

export const noSuchGrandRound = (): Problem =>
  problem('not-found', 'There is no such grand round, or it is not of a cohort of yours.', { next: 'Open it from your list of grand rounds.' });
