import type { ActivityId } from '../../model/activity-names.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { MomentId, Proposition } from '../../model/moment.ts';
import type { RoundId } from '../../model/round.ts';

/** A revealed round of mine, alone or for two, as far as growth is made of it. */
export interface JudgedRound {
  readonly id: RoundId;
  readonly forTwo: boolean;
  /** What signs of it are told apart by: the moment, or the other person's case. */
  readonly occasion: string;
  /** In this journal; null where the case is the other person's. */
  readonly moment: MomentId | null;
  readonly question: string;
  readonly concepts: readonly string[];
  readonly activities: readonly ActivityId[];
  readonly propositions: readonly Proposition[];
  readonly sound: boolean;
  /** Where it was: the repository, or nothing. */
  readonly context: string;
  /** Null where I passed. */
  readonly judgement: Judgement | null;
  readonly revealedAt: string;
  /** Null while it is open. */
  readonly closed: { readonly at: string; readonly rule: string } | null;
  /** Somebody else judged it too and it is closed: people have talked it over. */
  readonly isTalkedOver: boolean;
}
