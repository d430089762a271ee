import type { Journal } from '../../journal/open-journal.ts';
import type { Judgement } from '../../model/judgement.ts';
import { SOUND_KIND } from '../../model/kind.ts';
import type { Moment } from '../../model/moment.ts';
import type { Round } from '../../model/round.ts';
import { isRevealed } from '../../rounds/round-progress.ts';
import { ME } from '../rounds/rounds-app.ts';

/** A revealed round of mine with what it was about. */
export interface OwnRound {
  readonly round: Round;
  readonly moment: Moment;
  readonly sound: boolean;
  /** Where it was: the repository, or nothing. */
  readonly context: string;
  /** Null where I passed. */
  readonly judgement: Judgement | null;
}

/** My revealed rounds alone, oldest first. Those on the demo are left out: they are practice on somebody else's work. */
export function listOwnRounds(journal: Journal): OwnRound[] {
  return journal.rounds
    .list()
    .toReversed()
    .flatMap((round) => toOwnRound(journal, round) ?? []);
}

/** Null before the reveal, on the demo, and where the moment is gone. */
export function toOwnRound(journal: Journal, round: Round): OwnRound | null {
  const moment = journal.moments.get(round.moment)?.moment;
  const session = moment && journal.sessions.get(moment.session);
  if (!moment || !isRevealed(round) || session?.demo) return null;
  const judgement = round.participants.find(({ person }) => person === ME)?.sealed?.judgement ?? null;
  return { round, moment, sound: moment.kind === SOUND_KIND, context: session?.repository ?? '', judgement };
}
