/** The round's state machine: the only code that makes the next round out of a round. */
import { judgementSchema } from '../model/judgement.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { Participant, RoundCore } from '../model/round.ts';
import { checkDebrief } from './check-debrief.ts';
import { hasAnswered, haveAllAnswered } from './round-progress.ts';
import type { Acting } from './round-action.ts';
import { TRANSITIONS, type Transition } from './transitions.ts';

/**
 * The round after the action, with the transition in its log, or why it may not happen: `not-allowed` (not a participant),
 * `conflict` (not from this state, or already answered), `bad-input` (the words themselves). The round given is never changed.
 */
export function actOnRound<R extends RoundCore>(round: R, acting: Acting): Result<R, Problem> {
  const refusal = whyRefused(round, acting);
  if (refusal) return failed(refusal);
  const applied = apply(round, acting);
  if (!applied.ok) return applied;
  const to = transitionOf(acting).to;
  if (to === null) return applied;
  const entry = { at: acting.at, person: acting.person, action: acting.action.type, from: round.state, to };
  return ok({ ...applied.value, state: to, log: [...round.log, entry] });
}

/** Reveals when the last answer is in; the same round otherwise. */
export function revealIfAllAnswered<R extends RoundCore>(round: R, { person, at }: Pick<Acting, 'person' | 'at'>): Result<R, Problem> {
  return round.state === 'sealing' && haveAllAnswered(round) ? actOnRound(round, { person, at, action: { type: 'reveal' } }) : ok(round);
}

const transitionOf = ({ action }: Acting): Transition => TRANSITIONS[action.type];

function whyRefused(round: RoundCore, acting: Acting): Problem | null {
  const participant = round.participants.find(({ person }) => person === acting.person);
  if (!participant) return problem('not-allowed', 'Only those who take part in a round may act on it.');
  const transition = transitionOf(acting);
  if (!transition.from.includes(round.state)) return wrongState(round, acting);
  if (transition.who === 'unanswered' && hasAnswered(participant)) return alreadyAnswered(participant);
  return null;
}

function wrongState(round: RoundCore, { action }: Acting): Problem {
  const verb = action.type.replace('-', ' ');
  return problem('conflict', `This round is ${round.state}: it is not possible to ${verb} now.`, {
    why: 'It may have moved on in another window.',
    next: 'Reload to see where it stands. Nothing was changed.',
  });
}

function alreadyAnswered(participant: Participant): Problem {
  return problem(
    'conflict',
    participant.passedAt
      ? 'You already passed on this round.'
      : participant.sealed
        ? 'Your judgement is already sealed.'
        : 'You have already answered this round.',
    {
      why: 'Neither can be taken back: that is what makes the other person free to answer.',
      next: 'Reload to see where the round stands. Nothing was changed.',
    },
  );
}

function apply<R extends RoundCore>(round: R, { person, at, action }: Acting): Result<R, Problem> {
  switch (action.type) {
    case 'call':
    case 'prove':
    case 'start-debrief':
    case 'withdraw':
      return ok(round);
    case 'save-draft':
      return ok(withParticipant(round, person, (participant) => ({ ...participant, draft: action.draft })));
    case 'seal': {
      // Checked again whatever the edge checked: a seal can never be repaired.
      const judgement = judgementSchema.safeParse(action.judgement);
      if (!judgement.success) return failed(problem('bad-input', judgement.error.issues[0]?.message ?? 'The judgement is not complete.'));
      return ok(withParticipant(round, person, () => ({ person, sealed: { at, judgement: judgement.data } })));
    }
    case 'answer':
      return ok(withParticipant(round, person, () => ({ person, answered: true })));
    case 'pass':
      return ok(withParticipant(round, person, () => ({ person, passedAt: at })));
    case 'reveal':
      return haveAllAnswered(round)
        ? ok({ ...round, revealedAt: at })
        : failed(problem('conflict', 'Someone has not answered yet.', { next: 'The round is revealed to all at once when everyone has sealed or passed.' }));
    case 'reopen': {
      // The rule it was closed with stays written down: the next one stands beside it, not in its place.
      const { debrief, closedAt: _, ...rest } = round;
      return ok({ ...(rest as R), earlierDebriefs: [...(round.earlierDebriefs ?? []), ...(debrief ? [debrief] : [])], debriefDraft: debrief ?? {} });
    }
    case 'save-debrief':
      return ok({ ...round, debriefDraft: action.draft });
    case 'close': {
      const debrief = checkDebrief(action.debrief);
      if (!debrief.ok) return debrief;
      const { debriefDraft: _, ...rest } = round;
      return ok({ ...(rest as R), debrief: debrief.value, closedAt: at });
    }
  }
}

function withParticipant<R extends RoundCore>(round: R, person: string, change: (participant: Participant) => Participant): R {
  return { ...round, participants: round.participants.map((participant) => (participant.person === person ? change(participant) : participant)) };
}
