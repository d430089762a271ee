import type { Growth } from '../../../model/api/growth.ts';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import type { Project } from '../../../model/team/project.ts';
import { isWithin, placeOnYear, type YearSpan } from '../programme/place-on-year.ts';

/** Years of mine as one of the two: those that go on, else the one that ended last. A plan is no year yet. */
export function listOwnYears(programmes: readonly TeamProgramme[]): TeamProgramme[] {
  const mine = programmes.filter(({ parts }) => parts.includes('preceptee') || parts.includes('preceptor'));
  const going = mine.filter(({ state }) => state === 'running' || state === 'paused');
  if (going.length > 0) return going.toSorted((a, b) => Number(b.parts.includes('preceptee')) - Number(a.parts.includes('preceptee')));
  const over = mine.filter(({ state }) => state === 'completed' || state === 'ended').toSorted((a, b) => b.startsAt.localeCompare(a.startsAt));
  return over.slice(0, 1);
}

export interface YearWork {
  /** Places on the line, 0 to 100, of rounds I closed. */
  readonly rounds: readonly number[];
  /** From where to where a project went; one that is open goes to now. */
  readonly projects: readonly { readonly from: number; readonly to: number; readonly isOpen: boolean }[];
}

/** A round that mattered to several activities is one round. */
export function listWork({ activities }: Pick<Growth, 'activities'>, projects: readonly Project[], span: YearSpan, now: string): YearWork {
  const closedAt = new Map(activities.flatMap(({ rounds }) => rounds.map(({ id, at }) => [id, at] as const)));
  return {
    rounds: [...closedAt.values()].filter((at) => isWithin(at, span)).map((at) => placeOnYear(at, span)),
    projects: projects
      .filter(({ state }) => state !== 'dropped')
      .map(({ startedAt, endedAt }) => ({ from: placeOnYear(startedAt, span), to: placeOnYear(endedAt ?? now, span), isOpen: endedAt === null })),
  };
}
