import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { RevealedAnswer, SealedAnswer, TeamRound } from '../../../model/team/team-round.ts';
import { scoreRanking } from '../../../rounds/comparison/score-ranking.ts';
import { scorePredictions } from '../../../rounds/deconstruction/score-predictions.ts';
import { resolveJudgement } from '../../../rounds/resolve-judgement.ts';
import { isRevealed } from '../../../rounds/round-progress.ts';
import { isUnbroken, openAnswer } from '../../../rounds/sealed-body.ts';
import { hasWithheld } from '../../../store/cases.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { readHunkNotes } from '../../../store/hunk-notes.ts';
import { readAnswers } from '../../../store/rounds.ts';
import type { WholeRound } from '../../../store/whole-round.ts';
import { readContent, readTruth, type CaseTruth } from '../cases/case-bodies.ts';
import { toShownContent } from '../cases/show-case.ts';
import type { SharedApp } from '../team-app.ts';
import { toAnswerName, toAnswersKey } from './answers-key.ts';
import { loadWholeRound } from './load-round.ts';

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

async function openAnswers({ keys }: SharedApp, tx: Tx, id: RoundId, truth: CaseTruth): Promise<Result<RevealedAnswer[], Problem>> {
  const stored = await readAnswers(tx, id);
  if (!isUnbroken(stored)) return failed(tampered());
  const opened: RevealedAnswer[] = [];
  for (const { person, ordinal, body, commitment, at } of stored) {
    const plain = await keys.decrypt(toAnswersKey(tx.actor.organisation), toAnswerName(id, person), body);
    if (!plain.ok) return plain;
    const read = openAnswer(plain.value, commitment);
    if (!read) return failed(tampered());
    opened.push({ person, ordinal, at, ...resolveAnswer(read.answer, truth), commitment: commitment.toString('hex'), salt: read.salt });
  }
  return ok(opened);
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

function tampered(): Problem {
  return problem('storage', 'A sealed answer of this round is not what was sealed.', {
    why: 'The store was changed by something other than Rounds.',
    next: 'Ask whoever runs the server to restore a backup.',
  });
}
