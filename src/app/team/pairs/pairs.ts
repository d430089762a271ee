import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { PairId, PersonId } from '../../../model/team/ids.ts';
import type { Pair } from '../../../model/team/pair.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { leavePair, listPairs, makePair } from '../../../store/pairs.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';

export function listMyPairs({ store }: SharedApp, actor: Actor): Promise<Result<{ pairs: Pair[] }, Problem>> {
  return store.as(actor, async (tx) => ok({ pairs: await listPairs(tx) }));
}

/** Makes a pair of me and people of my organisation, and tells them. */
export function makeMyPair({ store }: SharedApp, actor: Actor, given: { name: string; people: readonly PersonId[] }): Promise<Result<Pair, Problem>> {
  return store.as(actor, async (tx) => {
    const id = makeId<PairId>('g');
    await makePair(tx, { id, ...given });
    const pair = (await listPairs(tx)).find((each) => each.id === id);
    if (!pair) throw new Error('a pair I just made is not among mine');
    tx.tell(
      pair.people.map((person) => person.id),
      'changed',
      { pair: id },
    );
    return ok(pair);
  });
}

/** Leaves for good: what was shared meanwhile stays with those who took part in its rounds. */
export function leaveMyPair({ store }: SharedApp, actor: Actor, id: PairId): Promise<Result<void, Problem>> {
  return store.as<void>(actor, async (tx) =>
    (await leavePair(tx, id)) ? ok(undefined) : failed(problem('not-found', 'You are in no such pair.', { next: 'Nothing was changed.' })),
  );
}
