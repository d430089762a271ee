import type { Chance } from './chance.ts';
import type { CohortId, MeetingId, PairId, ProgrammeId, ProjectId } from '../../model/team/ids.ts';
import type { SimPerson } from './people.ts';

/** A pair of a simulated year, as it goes on. */
export interface SimPair {
  /** Its own draws: pairs live their weeks at the same time, and none changes what another draws. */
  readonly chance: Chance;
  readonly cohort: CohortId;
  readonly programme: ProgrammeId;
  readonly preceptee: SimPerson;
  /** Changes with a hand-over, and the pair with it. */
  preceptor: SimPerson;
  pair: PairId;
  readonly lead: SimPerson;
  /** Where they work: contexts of their cases. */
  readonly repositories: readonly string[];
  /** Cases and changes so far. */
  made: number;
  project: { readonly id: ProjectId; readonly task: string; weeksLeft: number } | null;
  closedProjects: number;
  /** Planned for this week. */
  meeting: MeetingId | null;
  wrotePage: boolean;
  state: 'running' | 'paused' | 'over';
  /** Rounds of theirs in which somebody else took part, and which the preceptee had rated. */
  rated: number;
}

/** What only a simulation counts. */
export interface SimTally {
  rounds: number;
  roundsWithGuest: number;
  lessons: number;
  ratings: number;
  weeks: number;
  missedWeeks: number;
  meetingsHeld: number;
  projectsClosed: number;
  projectsRefused: number;
  pauses: number;
  handOvers: number;
  grandRounds: number;
  signOffsAsked: number;
  signOffsGranted: number;
  signOffsDeclined: number;
  /** Every reason with which a request was refused, counted. */
  refusals: Record<string, number>;
  reversals: number;
  surveys: number;
  completed: number;
}

export const createTally = (): SimTally => ({
  rounds: 0,
  roundsWithGuest: 0,
  lessons: 0,
  ratings: 0,
  weeks: 0,
  missedWeeks: 0,
  meetingsHeld: 0,
  projectsClosed: 0,
  projectsRefused: 0,
  pauses: 0,
  handOvers: 0,
  grandRounds: 0,
  signOffsAsked: 0,
  signOffsGranted: 0,
  signOffsDeclined: 0,
  refusals: {},
  reversals: 0,
  surveys: 0,
  completed: 0,
});
