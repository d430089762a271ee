import { ACTIVITY_NAMES } from '../../model/activity-names.ts';
import type { ActivityGrowth, Growth } from '../../model/api/growth.ts';
import type { Problem } from '../../model/problem.ts';
import type { PortfolioMaterial, ShownActivity } from '../../model/portfolio.ts';
import { ok, type Result } from '../../model/result.ts';
import type { GrowthApp } from '../growth/growth-app.ts';
import { listOwnRounds, type OwnRound } from '../growth/list-own-rounds.ts';
import { showGrowth } from '../growth/show-growth.ts';
import { ME } from '../rounds/rounds-app.ts';

/** All that I could show, of this machine. It goes nowhere by itself: a portfolio is made of what is ticked in it. */
export function gatherMaterial(app: GrowthApp): Result<PortfolioMaterial, Problem> {
  const growth = showGrowth(app);
  if (!growth.ok) return growth;
  const rounds = app.journal.attempt(() => listOwnRounds(app.journal).filter(({ round }) => round.state === 'closed'));
  if (!rounds.ok) return rounds;
  return ok({
    year: { rounds: countByMonth(rounds.value), startedAt: null, completedAt: null, projects: [], checkIns: [] },
    activities: growth.value.activities.map(toShownActivity),
    signedLevels: [],
    calibration: growth.value.calibration,
    lessons: rounds.value.flatMap(({ round }) => (round.debrief ? [{ id: round.id, rule: round.debrief.generalRule, at: closedAt(round) }] : [])),
    beliefs: listLookedAt(growth.value),
  });
}

/** What was only a reason to ask is no belief of anybody's. */
const listLookedAt = ({ beliefs }: Growth): PortfolioMaterial['beliefs'] =>
  beliefs.flatMap(({ id, belief, standing: { state } }) => (state === 'to-ask' ? [] : [{ id, belief, state }]));

function toShownActivity({ activity, rounds, levels }: ActivityGrowth): ShownActivity {
  return {
    activity,
    name: ACTIVITY_NAMES[activity],
    rounds: rounds.map(({ id, rule, at }) => ({ id, rule, at })),
    ratings: levels.flatMap(({ level, retrospective, prospective }) =>
      [...Map.groupBy([...retrospective, ...prospective], ({ view, rater }) => `${view} ${rater === ME ? 'self' : 'others'}`).values()].flatMap(
        ([first, ...rest]) =>
          first ? [{ level, view: first.view, by: first.rater === ME ? ('self' as const) : ('others' as const), times: rest.length + 1 }] : [],
      ),
    ),
  };
}

const countByMonth = (rounds: readonly OwnRound[]): PortfolioMaterial['year']['rounds'] =>
  [...Map.groupBy(rounds, ({ round }) => closedAt(round).slice(0, 7))]
    .map(([month, { length }]) => ({ month, rounds: length }))
    .sort((a, b) => a.month.localeCompare(b.month));

const closedAt = ({ closedAt: closed, createdAt }: OwnRound['round']): string => closed ?? createdAt;
