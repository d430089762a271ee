import type { Resolution } from '../../model/api/rounds.ts';
import type { Case, Outcome } from '../../model/case.ts';
import type { Debrief, DebriefDraft } from '../../model/debrief.ts';
import type { Judgement, JudgementDraft } from '../../model/judgement.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { RoundId, RoundState } from '../../model/round.ts';
import type { ComparisonTruth, Ranking, RankingScore, SharedComparison } from '../../model/team/shared-comparison.ts';
import type { DeconstructionTruth, Predictions, PredictionScore, SharedDeconstruction } from '../../model/team/shared-deconstruction.ts';

/** What one person sealed, once all of it is open; everything null or absent where they passed. */
export interface OpenedJudgement {
  readonly name: string;
  readonly isMe: boolean;
  readonly judgement: Judgement | null;
  readonly resolution: Resolution | null;
  readonly ranking?: Ranking | undefined;
  readonly rankingScore?: RankingScore | undefined;
  readonly predictions?: Predictions | undefined;
  readonly predictionScore?: PredictionScore | undefined;
}

/** A case that is no moment. Content is absent once it was forgotten, truth before the reveal. */
export type OpenedWork =
  | { readonly kind: 'comparison'; readonly content: SharedComparison | undefined; readonly truth: ComparisonTruth | undefined }
  | { readonly kind: 'deconstruction'; readonly content: SharedDeconstruction | undefined; readonly truth: DeconstructionTruth | undefined };

/** What is written of a ranking or of predictions, before it is sealed. */
export interface WorkDraft {
  readonly ranking?: Ranking | undefined;
  readonly predictions?: Predictions['predictions'] | undefined;
}

/** A round as I may see it now, whoever keeps it: this machine for one alone, a team server for two. */
export interface RoundAtHand {
  readonly id: RoundId;
  readonly state: RoundState;
  /** Null once the case was forgotten, where its session is gone, and where it is no moment. */
  readonly case: Case | null;
  /** Null where it is a moment. */
  readonly work: OpenedWork | null;
  /** I lived through it, and the round knows that. */
  readonly knewOutcome: boolean;
  readonly people: readonly { readonly name: string; readonly isMe: boolean; readonly answered: boolean }[];
  readonly draft: JudgementDraft;
  readonly workDraft: WorkDraft;
  /** Null before the reveal. */
  readonly answers: readonly OpenedJudgement[] | null;
  readonly outcome: Outcome | null;
  readonly debriefDraft: DebriefDraft;
  readonly debrief: Debrief | null;
}

type Done = Promise<Result<unknown, Problem>>;

/** The way into one round from the terminal: its moves and nothing else. Every refusal is the round's own. */
export interface RoundDoor {
  readonly look: () => Promise<Result<RoundAtHand, Problem>>;
  /** Keeps the unfinished judgement on this machine; it goes nowhere else. */
  readonly keepDraft: (draft: JudgementDraft) => Result<unknown, Problem>;
  readonly seal: (judgement: Judgement) => Done;
  /** Absent where rounds are of moments alone. */
  readonly sealWork?: (sealed: Ranking | Predictions) => Done;
  readonly keepWork?: (draft: WorkDraft) => Result<unknown, Problem>;
  readonly pass: () => Done;
  readonly startDebrief: () => Done;
  /** Keeps one part of the debrief, whatever somebody else wrote into the others meanwhile. */
  readonly keepDebrief: (part: DebriefDraft) => Done;
  readonly close: (debrief: Debrief) => Done;
  /** Resolves when the round may have moved, or `signal` says stop. */
  readonly waitForChange: (signal: AbortSignal) => Done;
}
