import { calibrate } from '../../learning/calibration/calibrate.ts';
import { gatherRatings } from '../../learning/entrustment/gather-ratings.ts';
import { toReviewDepth } from '../../learning/entrustment/to-review-depth.ts';
import type { Journal } from '../../journal/open-journal.ts';
import type { ActivityGrowth, Growth, Later } from '../../model/api/growth.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { ME } from '../rounds/rounds-app.ts';
import { describeContent, loadActivityWords } from './content/load-activity-words.ts';
import type { GrowthApp } from './growth-app.ts';
import { listAgreement } from './list-agreement.ts';
import { listBeliefs } from './list-beliefs.ts';
import { listDueCards } from './list-due-cards.ts';
import { listForecasts } from './list-forecasts.ts';
import type { JudgedRound } from './judged-round.ts';
import { takeInRounds } from './take-in-rounds.ts';

/** My growth, for me alone. Rounds that were closed before this was kept, or on another machine, are taken in first. */
export function showGrowth({ journal, clock }: GrowthApp): Result<Growth, Problem> {
  return journal.write(() => {
    const rounds = takeInRounds(journal);
    return {
      beliefs: listBeliefs(journal, rounds),
      calibration: calibrate(listForecasts(rounds)),
      later: listLater(journal, rounds),
      agreement: listAgreement(journal.ratings.list()),
      activities: listActivities(journal, rounds),
      recall: { due: listDueCards(journal, clock()).length, cards: journal.recallCards.list().length },
      rounds: rounds.filter(({ closed }) => closed !== null).length,
      content: describeContent(journal),
    };
  });
}

function listActivities(journal: Journal, rounds: readonly JudgedRound[]): ActivityGrowth[] {
  const words = loadActivityWords(journal);
  const evidence = journal.linkedEvidence.list();
  return gatherRatings(ME, journal.ratings.list()).map(({ activity, levels }) => ({
    activity,
    name: words.names[activity],
    rounds: rounds
      .filter(({ closed, activities }) => closed !== null && activities.includes(activity))
      .map(({ id, forTwo, question, closed, revealedAt }) => ({ id, forTwo, question, rule: closed?.rule ?? '', at: closed?.at ?? revealedAt })),
    evidence: evidence.filter((one) => one.activity === activity),
    levels: levels.map(({ level, retrospective, prospective }) => ({
      level,
      text: words.levels[activity][`${level}`],
      reviewDepth: toReviewDepth(level),
      retrospective: [...retrospective],
      prospective: [...prospective],
    })),
  }));
}

function listLater(journal: Journal, rounds: readonly JudgedRound[]): Later[] {
  const byId = new Map(rounds.map((round) => [round.id, round]));
  return journal.settlements
    .list()
    .flatMap(({ round: id, how, words, at, unsound, came }) => {
      const round = byId.get(id);
      return round ? [{ round: id, forTwo: round.forTwo, question: round.question, how, words, at, unsound, settles: came !== null }] : [];
    })
    .reverse();
}
