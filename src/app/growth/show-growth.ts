import { calibrate } from '../../learning/calibration/calibrate.ts';
import { gatherRatings } from '../../learning/entrustment/gather-ratings.ts';
import { describeLevel } from '../../learning/entrustment/level-texts.ts';
import { toReviewDepth } from '../../learning/entrustment/to-review-depth.ts';
import type { Journal } from '../../journal/open-journal.ts';
import type { ActivityGrowth, Growth } from '../../model/api/growth.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { ME } from '../rounds/rounds-app.ts';
import type { GrowthApp } from './growth-app.ts';
import { listBeliefs } from './list-beliefs.ts';
import { listDueCards } from './list-due-cards.ts';
import { listForecasts } from './list-forecasts.ts';
import { listOwnRounds, type OwnRound } from './list-own-rounds.ts';
import { recordRound } from './record-round.ts';

/** My growth, for me alone. Rounds that were closed before this was kept, or on another machine, are taken in first. */
export function showGrowth({ journal, clock }: GrowthApp): Result<Growth, Problem> {
  return journal.write(() => {
    const rounds = listOwnRounds(journal);
    for (const { round } of rounds) recordRound(journal, round);
    return {
      beliefs: listBeliefs(journal, rounds),
      calibration: calibrate(listForecasts(rounds)),
      activities: listActivities(journal, rounds),
      recall: { due: listDueCards(journal, clock()).length, cards: journal.recallCards.list().length },
      rounds: rounds.filter(({ round }) => round.state === 'closed').length,
    };
  });
}

function listActivities(journal: Journal, rounds: readonly OwnRound[]): ActivityGrowth[] {
  return gatherRatings(ME, journal.ratings.list()).map(({ activity, levels }) => ({
    activity,
    rounds: rounds
      .filter(({ round, moment }) => round.state === 'closed' && moment.activities.includes(activity))
      .map(({ round, moment }) => ({ id: round.id, question: moment.question, rule: round.debrief?.generalRule ?? '', at: round.closedAt ?? round.createdAt })),
    levels: levels.map(({ level, retrospective, prospective }) => ({
      level,
      text: describeLevel(activity, level),
      reviewDepth: toReviewDepth(level),
      retrospective: [...retrospective],
      prospective: [...prospective],
    })),
  }));
}
