import type { Project } from '../../model/team/project.ts';

/** So many of a tier are taken apart before a harder one is suggested. A starting value: the two decide. */
const ENOUGH_OF_A_TIER = 2;
const HARDEST = 4;

/** Of which tier the next project may be, and why: from projects that were closed, and of no other sign. */
export function suggestTier(projects: readonly Pick<Project, 'state' | 'tier'>[]): { readonly tier: number; readonly why: string } {
  const closed = projects.filter(({ state }) => state === 'closed');
  if (closed.length === 0) return { tier: 1, why: 'The first project is a simple one.' };
  const reached = Math.max(...closed.map(({ tier }) => tier));
  const count = closed.filter(({ tier }) => tier === reached).length;
  const done = `${count} of tier ${reached} ${count === 1 ? 'is' : 'are'} closed`;
  if (reached === HARDEST) return { tier: HARDEST, why: `${done}: there is none harder.` };
  return count < ENOUGH_OF_A_TIER
    ? { tier: reached, why: `${done}: one more of it before the next.` }
    : { tier: reached + 1, why: `${done}: the next may be harder.` };
}
