import type { ProgrammeList, ProposeHandOver } from '../../../model/api/team/programmes.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { PairId, ProgrammeId } from '../../../model/team/ids.ts';
import { moveProgramme } from '../../../programme/year/move-programme.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { agreeHandOver, findHandOver, proposeHandOver, withdrawHandOver } from '../../../store/hand-overs.ts';
import { findPeople, findProgramme } from '../../../store/programmes.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';
import { listProgrammes } from './list-programmes.ts';
import { loadProgramme, tellOfProgramme } from './load-programme.ts';
import { toPairName } from './make-programme.ts';
import { toModel, toNameOf } from './present-programme.ts';

type ProgrammeApp = Pick<SharedApp, 'store' | 'clock'>;
type HandOver = { readonly programme: ProgrammeId; readonly n: number };

/** By one of the two, with a note for who comes. It takes the place of one that is open. */
export async function proposeMyHandOver(app: ProgrammeApp, actor: Actor, id: ProgrammeId, given: ProposeHandOver): Promise<Result<ProgrammeList, Problem>> {
  const done = await app.store.as<void>(actor, async (tx) => {
    const at = app.clock().toISOString();
    const row = await loadProgramme(tx, id);
    if (!row.ok) return row;
    const { preceptee, preceptor, handOvers } = row.value;
    if (actor.person !== preceptee.id && actor.person !== preceptor.id)
      return failed(
        problem('not-allowed', 'A hand-over is proposed by one of the two.', { why: 'What it says is between them and who comes.', next: 'Ask them.' }),
      );
    // As it would be once everybody agreed: what is missing is told now.
    const act = { type: 'hand-over', handOver: { ...given, from: preceptor.id, agreedByPreceptee: true, at } } as const;
    const possible = moveProgramme(toModel(row.value), act, at, toNameOf(row.value));
    if (!possible.ok) return possible;
    if ((await findPeople(tx, [given.to])).length === 0)
      return failed(problem('not-found', 'The next preceptor is not in your organisation.', { next: 'Ask a lead to invite them first.' }));
    await proposeHandOver(tx, id, given, at);
    await tellOfProgramme(tx, row.value, [given.to, ...handOvers.filter(({ state }) => state === 'proposed').map(({ to }) => to.id)]);
    return ok(undefined);
  });
  return done.ok ? listProgrammes(app, actor) : done;
}

/** As the preceptee or as who comes. Once both have, the pair changes: a new one, in which nothing of the old is. */
export function agreeToHandOver(app: ProgrammeApp, actor: Actor, given: HandOver): Promise<Result<ProgrammeList, Problem>> {
  return settle(app, actor, given, async (tx, { at, name }) => {
    await agreeHandOver(tx, { ...given, pair: makeId<PairId>('g'), name, at });
    return true;
  });
}

/** Any of the three, without a reason. */
export function withdrawFromHandOver(app: ProgrammeApp, actor: Actor, given: HandOver): Promise<Result<ProgrammeList, Problem>> {
  return settle(app, actor, given, (tx, { at }) => withdrawHandOver(tx, given.programme, given.n, at));
}

async function settle(
  app: ProgrammeApp,
  actor: Actor,
  { programme, n }: HandOver,
  work: (tx: Tx, how: { at: string; name: string }) => Promise<boolean>,
): Promise<Result<ProgrammeList, Problem>> {
  const done = await app.store.as<void>(actor, async (tx) => {
    const found = await findHandOver(tx, programme, n);
    if (!found) return failed(problem('not-found', 'There is no such hand-over, or you are not in it.', { next: 'Look at the programme page for yours.' }));
    const before = await findProgramme(tx, programme);
    if (!(await work(tx, { at: app.clock().toISOString(), name: toPairName(found.precepteeName, found.toName) })))
      return failed(problem('conflict', 'This hand-over is settled already.', { next: 'Reload to see how.' }));
    const after = (await findProgramme(tx, programme)) ?? before;
    tx.tell([...new Set([found.from, found.to, found.preceptee, ...(after ? [after.lead.id] : [])])], 'changed', { programme, pair: after?.pair });
    return ok(undefined);
  });
  return done.ok ? listProgrammes(app, actor) : done;
}
