import type { ActivityGrowth, Growth } from '../../model/api/growth.ts';
import type { Problem } from '../../model/problem.ts';
import type { PortfolioMaterial, ShownActivity } from '../../model/portfolio.ts';
import { ok, type Result } from '../../model/result.ts';
import type { GrowthApp } from '../growth/growth-app.ts';
import { showGrowth } from '../growth/show-growth.ts';
import { takeInRounds } from '../growth/take-in-rounds.ts';
import { ME } from '../rounds/rounds-app.ts';
import { readTeamParts } from './read-team-parts.ts';

/** All that I could show, of this machine and what the team's server says I was signed off for. It goes nowhere by itself: a portfolio is made of what is ticked in it. */
export async function gatherMaterial(app: GrowthApp): Promise<Result<PortfolioMaterial, Problem>> {
  const growth = showGrowth(app);
  if (!growth.ok) return growth;
  const taken = app.journal.write(() => takeInRounds(app.journal));
  if (!taken.ok) return taken;
  const closed = taken.value.flatMap((round) => (round.closed ? [{ id: round.id, ...round.closed }] : []));
  const { signedLevels, programme, away } = await readTeamParts(app.journal.home);
  const nameById = new Map(growth.value.activities.map(({ activity, name }) => [activity, name]));
  return ok({
    year: { rounds: countByMonth(closed), ...programme },
    activities: growth.value.activities.map(toShownActivity),
    signedLevels: signedLevels.map((signed) => ({ ...signed, name: nameById.get(signed.activity) ?? signed.activity })),
    calibration: growth.value.calibration,
    lessons: closed.map(({ id, rule, at }) => ({ id, rule, at })),
    beliefs: listLookedAt(growth.value),
    away,
  });
}

/** What was only a reason to ask is no belief of anybody's. */
const listLookedAt = ({ beliefs }: Growth): PortfolioMaterial['beliefs'] =>
  beliefs.flatMap(({ id, belief, standing: { state } }) => (state === 'to-ask' ? [] : [{ id, belief, state }]));

function toShownActivity({ activity, name, rounds, evidence, levels }: ActivityGrowth): ShownActivity {
  return {
    activity,
    name,
    rounds: rounds.map(({ id, rule, at }) => ({ id, rule, at })),
    evidence: evidence.map(({ id, kind, note, at }) => ({ id, kind, note, at })),
    ratings: levels.flatMap(({ level, retrospective, prospective }) =>
      [...Map.groupBy([...retrospective, ...prospective], ({ view, rater }) => `${view} ${rater === ME ? 'self' : 'others'}`).values()].flatMap(
        ([first, ...rest]) =>
          first ? [{ level, view: first.view, by: first.rater === ME ? ('self' as const) : ('others' as const), times: rest.length + 1 }] : [],
      ),
    ),
  };
}

const countByMonth = (closed: readonly { readonly at: string }[]): PortfolioMaterial['year']['rounds'] =>
  [...Map.groupBy(closed, ({ at }) => at.slice(0, 7))].map(([month, { length }]) => ({ month, rounds: length })).sort((a, b) => a.month.localeCompare(b.month));
