import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { GrandRound, StrippedCase } from '../../../model/team/grand-round.ts';
import type { CaseId, CohortId, GrandRoundId } from '../../../model/team/ids.ts';
import { listNames, stripCase, stripOutcome } from '../../../rounds/grand/strip-people.ts';
import { readCase, listConcerned } from '../../../store/cases.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { agreeGrandRound, listCohortPeople, listGrandRounds, listPeopleNames, offerGrandRound, withdrawGrandRound } from '../../../store/grand-rounds.ts';
import { readContent, readTruth } from '../cases/case-bodies.ts';
import { noSuchCase } from '../cases/show-case.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';
import { closeBodies, type GrandParts } from './grand-bodies.ts';
import { showGrandWithin } from './show-grand-round.ts';

const DAY_MS = 86_400_000;

/** What the cohort would see of a case of mine, before anything is offered. */
export function previewGrandRound(app: SharedApp, actor: Actor, id: CaseId): Promise<Result<{ content: StrippedCase }, Problem>> {
  return app.store.as(actor, async (tx) => {
    const stripped = await stripOwnCase(app, tx, id);
    return stripped.ok ? ok({ content: stripped.value.content }) : stripped;
  });
}

/** Offers a case of mine to a cohort, without people in it. The other of the pair has to agree before anybody else sees it. */
export function offerToCohort(app: SharedApp, actor: Actor, { cohort, case: of }: { cohort: CohortId; case: CaseId }): Promise<Result<GrandRound, Problem>> {
  return app.store.as(actor, async (tx) => {
    const stripped = await stripOwnCase(app, tx, of);
    if (!stripped.ok) return stripped;
    const id = makeId<GrandRoundId>('w');
    const bodies = await closeBodies(app, id, of, stripped.value);
    if (!bodies.ok) return bodies;
    await offerGrandRound(tx, { id, cohort, case: of, ...bodies.value, at: app.clock().toISOString() });
    tx.tell(await listConcerned(tx, of), 'changed', { grandRound: id });
    return showGrandWithin(app, tx, id);
  });
}

/** Opens it to the cohort for so many days. */
export function agreeToGrandRound(app: SharedApp, actor: Actor, id: GrandRoundId, days: number): Promise<Result<GrandRound, Problem>> {
  return app.store.as(actor, async (tx) => {
    const now = app.clock();
    if (!(await agreeGrandRound(tx, id, new Date(now.getTime() + days * DAY_MS).toISOString(), now.toISOString())))
      return failed(
        problem('conflict', 'This is not yours to agree to.', {
          why: 'It takes the other of the pair that offers it, once.',
          next: 'Reload to see where it stands.',
        }),
      );
    await tellCohort(tx, id);
    return showGrandWithin(app, tx, id);
  });
}

/** Takes it back before the reveal; what was answered is never opened. */
export function withdrawFromCohort(app: SharedApp, actor: Actor, id: GrandRoundId): Promise<Result<void, Problem>> {
  return app.store.as<void>(actor, async (tx) => {
    const everyone = await tellable(tx, id);
    if (!(await withdrawGrandRound(tx, id)))
      return failed(problem('conflict', 'It cannot be taken back.', { why: 'Only the pair that offered it can, and only before the reveal.' }));
    tx.tell(everyone, 'changed', { grandRound: id });
    return ok(undefined);
  });
}

async function stripOwnCase(app: SharedApp, tx: Tx, id: CaseId): Promise<Result<GrandParts, Problem>> {
  const stored = await readCase(tx, id);
  if (!stored || stored.owner !== tx.actor.person || stored.forgottenAt !== null) return failed(noSuchCase());
  if (stored.kind !== 'moment')
    return failed(problem('bad-input', 'Only a moment can be offered to a cohort.', { next: 'Comparisons and deconstructions stay with their pair.' }));
  const content = await readContent(app, stored);
  if (!content.ok) return content;
  const truth = await readTruth(app, tx, stored);
  if (!truth.ok) return truth;
  if (!content.value.case || !truth.value.moment) return failed(noSuchCase());
  const names = listNames(await listPeopleNames(tx));
  return ok({ content: stripCase(content.value.case, names), outcome: stripOutcome(truth.value.moment, names) });
}

async function tellable(tx: Tx, id: GrandRoundId) {
  const card = (await listGrandRounds(tx)).find((each) => each.id === id);
  return card ? listCohortPeople(tx, card.cohort) : [];
}

export async function tellCohort(tx: Tx, id: GrandRoundId): Promise<void> {
  tx.tell(await tellable(tx, id), 'changed', { grandRound: id });
}
