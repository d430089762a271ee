import type { Debrief, DebriefDraft } from '../../../model/debrief.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { actOnRound } from '../../../rounds/act-on-round.ts';
import type { RoundAction } from '../../../rounds/round-action.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { moveRound, saveDebriefDraft } from '../../../store/rounds.ts';
import type { SharedApp } from '../team-app.ts';
import { loadRound, peopleOf, toCore } from './load-round.ts';
import { showRoundWithin } from './show-round.ts';

type Move = Extract<RoundAction, { type: 'prove' | 'start-debrief' | 'reopen' | 'withdraw' | 'close' }>;

/** Moves the round on as anyone in it may. Returns it as it now is. */
export function moveTeamRound(app: SharedApp, actor: Actor, id: RoundId, action: Move): Promise<Result<TeamRound, Problem>> {
  const { store, clock } = app;
  return store.as(actor, async (tx) => {
    const round = await loadRound(tx, id);
    if (!round.ok) return round;
    const at = clock().toISOString();
    const acted = actOnRound(toCore(round.value), { person: actor.person, at, action });
    if (!acted.ok) return acted;
    const debrief: Debrief | undefined = action.type === 'close' ? acted.value.debrief : undefined;
    const state = await moveRound(tx, { round: id, action: action.type, at, ...(debrief ? { debrief } : {}) });
    tx.tell(peopleOf(round.value), 'changed', { round: id, state });
    return showRoundWithin(app, tx, id);
  });
}

/** Saves what both write of the debrief. `conflict` where the other saved since `onVersion`: nothing of either is lost. */
export function saveTeamDebrief(
  { store, clock }: SharedApp,
  actor: Actor,
  id: RoundId,
  saved: { draft: DebriefDraft; onVersion: number },
): Promise<Result<number, Problem>> {
  return store.as(actor, async (tx) => {
    const round = await loadRound(tx, id);
    if (!round.ok) return round;
    const acted = actOnRound(toCore(round.value), { person: actor.person, at: clock().toISOString(), action: { type: 'save-debrief', draft: saved.draft } });
    if (!acted.ok) return acted;
    const version = await saveDebriefDraft(tx, id, saved.draft, saved.onVersion);
    if (version === null) {
      return failed(problem('conflict', 'The other person has just changed the debrief.', { next: 'Look at what they wrote, and save yours again.' }));
    }
    tx.tell(peopleOf(round.value), 'debrief', { round: id, version });
    return ok(version);
  });
}
