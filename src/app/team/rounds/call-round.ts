import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { CaseId, PersonId } from '../../../model/team/ids.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { callRound } from '../../../store/rounds.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';
import { loadRound, peopleOf } from './load-round.ts';
import { showRoundWithin } from './show-round.ts';

/** Calls me and these people to a round of a case all of us may see. Returns it as I may see it. */
export function callTeamRound(app: SharedApp, actor: Actor, called: { case: CaseId; people: readonly PersonId[] }): Promise<Result<TeamRound, Problem>> {
  const { store, clock } = app;
  return store.as(actor, async (tx) => {
    const id = makeId<RoundId>('r');
    await callRound(tx, { id, ...called, at: clock().toISOString() });
    const round = await loadRound(tx, id);
    if (!round.ok) return round;
    tx.tell(peopleOf(round.value), 'changed', { round: id, state: round.value.state });
    return showRoundWithin(app, tx, id);
  });
}
