import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { RevealedAnswer, SealedAnswer, TeamRound } from '../../../model/team/team-round.ts';
import { scoreRanking } from '../../../rounds/comparison/score-ranking.ts';
import { scorePredictions } from '../../../rounds/deconstruction/score-predictions.ts';
import { resolveJudgement } from '../../../rounds/resolve-judgement.ts';
import { isRevealed } from '../../../rounds/round-progress.ts';
import { hasWithheld } from '../../../store/cases.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { readHunkNotes } from '../../../store/hunk-notes.ts';
import type { WholeRound } from '../../../store/whole-round.ts';
import { readContent, readTruth, type CaseTruth } from '../cases/case-bodies.ts';
import { toShownContent } from '../cases/show-case.ts';
import type { SharedApp } from '../team-app.ts';
import { loadWholeRound } from './load-round.ts';
import { openSealedAnswers } from './open-answers.ts';

/** The round as I may see it now. Before the reveal neither answers nor outcome are even read. */
export function showTeamRound(app: SharedApp, actor: Actor, id: RoundId): Promise<Result<TeamRound, Problem>> {
  return app.store.as(actor, (tx) => showRoundWithin(app, tx, id));
}

/** The same within a transaction that has just changed it. */
export async function showRoundWithin(app: SharedApp, tx: Tx, id: RoundId): Promise<Result<TeamRound, Problem>> {
  const found = await loadWholeRound(tx, id);
  return found.ok ? showWhole(app, tx, found.value) : found;
}

/** The same of one that was just read. */
export async function showWhole(app: SharedApp, tx: Tx, { round, case: stored, log, debriefs }: WholeRound): Promise<Result<TeamRound, Problem>> {
  const { id } = round;
  if (!stored) return failed(problem('not-found', 'The case of this round is not shared with you any more.'));
  const content = await readContent(app, stored);
  if (!content.ok) return content;
  const revealed = isRevealed(round);
  const truth = revealed && stored.forgottenAt === null ? await readTruth(app, tx, stored) : ok<CaseTruth>({});
  if (!truth.ok) return truth;
  const answers = revealed ? await openAnswers(app, tx, id, truth.value) : ok(null);
  if (!answers.ok) return answers;
  return ok({
    id,
    state: round.state,
    me: tx.actor.person,
    case: {
      id: stored.id,
      kind: stored.kind,
      owner: stored.owner,
      pair: stored.pair,
      ...toShownContent(content.value),
      hasTree: stored.hasTree,
      // That something mended it says how it ended.
      hasFix: revealed ? await hasWithheld(tx, stored.id, 'fix') : null,
      treeHash: stored.treeHash,
      forgottenAt: stored.forgottenAt,
    },
    participants: round.participants,
    answers: answers.value,
    outcome: truth.value.moment ?? null,
    ...(truth.value.comparison ? { comparisonTruth: truth.value.comparison } : {}),
    ...(truth.value.deconstruction ? { deconstructionTruth: truth.value.deconstruction, hunkNotes: await readHunkNotes(tx, stored.id) } : {}),
    debriefDraft: round.debriefDraft,
    debriefVersion: round.debriefVersion,
    debriefs,
    log,
    createdAt: round.createdAt,
    revealedAt: round.revealedAt,
    closedAt: round.closedAt,
  } as TeamRound);
}

async function openAnswers(app: SharedApp, tx: Tx, id: RoundId, truth: CaseTruth): Promise<Result<RevealedAnswer[], Problem>> {
  const opened = await openSealedAnswers(app, tx, id);
  return opened.ok ? ok(opened.value.map(({ answer, ...proof }) => ({ ...proof, ...resolveAnswer(answer, truth) }))) : opened;
}

function resolveAnswer(answer: SealedAnswer, { moment, comparison, deconstruction }: CaseTruth) {
  const none = { judgement: null, resolution: null };
  switch (answer.answer) {
    case 'pass':
      return none;
    case 'judgement':
      return { judgement: answer.judgement, resolution: moment ? resolveJudgement(answer.judgement, moment) : null };
    case 'ranking':
      return { ...none, ranking: answer.ranking, ...(comparison ? { rankingScore: scoreRanking(answer.ranking, comparison.results) } : {}) };
    case 'predictions':
      return {
        ...none,
        predictions: answer.predictions,
        ...(deconstruction ? { predictionScore: scorePredictions(answer.predictions, deconstruction) } : {}),
      };
  }
}
