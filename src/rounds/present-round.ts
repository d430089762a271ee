import type { Debrief, DebriefDraft } from '../model/debrief.ts';
import type { Judgement, JudgementDraft } from '../model/judgement.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { Participant, Round, RoundId, RoundState } from '../model/round.ts';
import type { MomentId } from '../model/moment.ts';
import { hasAnswered, isRevealed } from './round-progress.ts';

/** A round as one participant may see it now. */
export interface RoundSeen<O> {
  readonly id: RoundId;
  readonly moment: MomentId;
  readonly state: RoundState;
  readonly draft: JudgementDraft;
  /** When they sealed, whether or not the round is revealed. */
  readonly sealedAt: string | null;
  readonly judgement: Judgement | null;
  /** Before the reveal only that the others have answered, not how, nor when, nor which of seal and pass. */
  readonly others: readonly { readonly person: string; readonly answered: boolean; readonly judgement: Judgement | null }[];
  readonly outcome: O | null;
  readonly debriefDraft: DebriefDraft;
  readonly debrief: Debrief | null;
  readonly closedAt: string | null;
}

/**
 * What `person` may see of the round: the same for everyone who takes part. `outcome` is what was withheld; it may be handed
 * in at any time and comes out only after the reveal.
 */
export function presentRound<O>(round: Round, person: string, outcome: O | null): Result<RoundSeen<O>, Problem> {
  const own = round.participants.find((participant) => participant.person === person);
  if (!own) return failed(problem('not-allowed', 'Only those who take part in a round may see it.'));
  const revealed = isRevealed(round);
  const judgementOf = (participant: Participant): Judgement | null => (revealed ? (participant.sealed?.judgement ?? null) : null);
  return ok({
    id: round.id,
    moment: round.moment,
    state: round.state,
    draft: own.draft ?? {},
    sealedAt: own.sealed?.at ?? null,
    judgement: judgementOf(own),
    others: round.participants
      .filter((participant) => participant !== own)
      .map((participant) => ({ person: participant.person, answered: hasAnswered(participant), judgement: judgementOf(participant) })),
    outcome: revealed ? outcome : null,
    debriefDraft: round.debriefDraft ?? {},
    debrief: round.debrief ?? null,
    closedAt: round.closedAt ?? null,
  });
}
