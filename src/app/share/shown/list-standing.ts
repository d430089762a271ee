import { findMisconception } from '../../../learning/misconceptions/catalogue.ts';
import type { ActivityId } from '../../../model/activity-names.ts';
import type { HeldBelief } from '../../../model/api/growth.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { isHoldingBack } from '../../../programme/sign-off/list-refusals.ts';
import type { GrowthApp } from '../../growth/growth-app.ts';
import { showGrowth } from '../../growth/show-growth.ts';

/**
 * Critical beliefs of this activity that stand open by the own journal, read now. What comes with Rounds counts as critical also where
 * a file of one's own makes it less.
 */
export function listStanding(app: GrowthApp, activity: ActivityId): Result<HeldBelief[], Problem> {
  const growth = showGrowth(app);
  if (!growth.ok) return growth;
  return ok(
    growth.value.beliefs.filter(({ id, severity, activities, standing }) => {
      const shipped = findMisconception(id);
      const isCritical = severity === 'critical' || shipped?.severity === 'critical';
      const isOfIt = activities.includes(activity) || (shipped?.activities.includes(activity) ?? false);
      return isOfIt && isHoldingBack({ severity: isCritical ? 'critical' : severity, state: standing.state, contested: standing.contested !== null });
    }),
  );
}
