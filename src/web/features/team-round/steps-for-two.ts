import type { TeamRound } from '../../../model/team/team-round.ts';

export type StepForTwo = 'judge' | 'waiting' | 'reveal' | 'prove' | 'debrief';

export const STEPS_FOR_TWO: readonly { readonly step: StepForTwo; readonly label: string }[] = [
  { step: 'judge', label: 'Judge' },
  { step: 'waiting', label: 'Wait' },
  { step: 'reveal', label: 'Reveal' },
  { step: 'prove', label: 'Prove' },
  { step: 'debrief', label: 'Debrief' },
];

/** Where I stand in a round: before the reveal that depends on whether I have answered. Null once it was withdrawn. */
export function stepForMe({ state, me, participants }: Pick<TeamRound, 'state' | 'me' | 'participants'>): StepForTwo | null {
  switch (state) {
    case 'framed':
    case 'sealing':
      return participants.find(({ person }) => person === me)?.answered ? 'waiting' : 'judge';
    case 'revealed':
      return 'reveal';
    case 'proving':
      return 'prove';
    case 'debrief':
    case 'closed':
      return 'debrief';
    case 'withdrawn':
      return null;
  }
}

/** Steps that have been reached, counted from the first. */
export const countReached = (step: StepForTwo): number => STEPS_FOR_TWO.findIndex((each) => each.step === step) + 1;

/** Whether a step is one that can be gone back to: judging and waiting are over with the reveal. */
export const isOver = (step: StepForTwo): boolean => step === 'judge' || step === 'waiting';
