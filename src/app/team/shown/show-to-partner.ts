import type { ShowGrowth, ShownGrowth, ShownGrowthList } from '../../../model/api/team/shown-growth.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { PersonId, ShownId } from '../../../model/team/ids.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { listPairs } from '../../../store/pairs.ts';
import { contestShown, deleteShown, listShown, readShown, replaceShown } from '../../../store/shown-growth.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';

export function listMyShown({ store }: SharedApp, actor: Actor): Promise<Result<ShownGrowthList, Problem>> {
  return store.as(actor, async (tx) => {
    const shown = await listShown(tx);
    return ok({
      me: actor.person as PersonId,
      mine: shown.filter(({ person }) => person === actor.person),
      toMe: shown.filter(({ reader }) => reader === actor.person),
    });
  });
}

/** Shows one thing of my growth to one partner of mine, as it is now; nothing of it changes there by itself. */
export function showToPartner({ store, clock }: SharedApp, actor: Actor, { reader, shown }: ShowGrowth): Promise<Result<ShownGrowth, Problem>> {
  return store.as(actor, async (tx) => {
    if (!(await isPartner(tx, reader)))
      return failed(problem('not-allowed', 'Growth is shown to people you are in a pair with.', { next: 'Choose one of them. Nothing was shown.' }));
    const id = makeId<ShownId>('x');
    await replaceShown(tx, { id, reader, shown, at: clock().toISOString() });
    const kept = await readShown(tx, id);
    if (!kept) throw new Error('what I just showed is not among mine');
    tx.tell([actor.person, reader], 'changed', { shown: id });
    return ok(kept);
  });
}

/** Takes it back: it is deleted, and with it what the partner said about it. */
export function withdrawShown({ store }: SharedApp, actor: Actor, id: ShownId): Promise<Result<void, Problem>> {
  return store.as<void>(actor, async (tx) => {
    const shown = await readShown(tx, id);
    if (!shown || !(await deleteShown(tx, id))) return failed(noSuchShown());
    tx.tell([shown.person, shown.reader], 'changed', { shown: id });
    return ok(undefined);
  });
}

/** Says as its reader that a belief shown to me is not so. Its owner's journal takes that in. */
export function contestShownBelief({ store, clock }: SharedApp, actor: Actor, id: ShownId, why: string): Promise<Result<ShownGrowth, Problem>> {
  return store.as(actor, async (tx) => {
    if (!(await contestShown(tx, id, { why, at: clock().toISOString() }))) return failed(noSuchShown());
    const shown = await readShown(tx, id);
    if (!shown) return failed(noSuchShown());
    tx.tell([shown.person, shown.reader], 'changed', { shown: id });
    return ok(shown);
  });
}

async function isPartner(tx: Tx, reader: PersonId): Promise<boolean> {
  const pairs = await listPairs(tx);
  return reader !== tx.actor.person && pairs.some(({ people }) => people.some(({ id }) => id === reader));
}

const noSuchShown = (): Problem => problem('not-found', 'There is no such thing shown here, or it was taken back.', { next: 'Nothing was changed.' });
