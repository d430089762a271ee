import type { Project } from '../../../model/team/project.ts';
import { PROJECT_TIERS } from '../../../model/team/project-tiers.ts';

/** "Tier 2, several parts" */
export function nameTier(tier: number): string {
  const name = PROJECT_TIERS.find((each) => each.tier === tier)?.name ?? '';
  return `Tier ${tier}, ${name.toLowerCase()}`;
}

export const nameWeeks = (weeks: number): string => (weeks === 1 ? 'one week' : weeks === 2 ? 'two weeks' : 'three weeks');

/** Past the weeks it was meant for. */
export const isLongerThanPlanned = ({ startedAt, weeks }: Pick<Project, 'startedAt' | 'weeks'>, now: Date): boolean =>
  now.getTime() > Date.parse(startedAt) + weeks * 7 * 86_400_000;
