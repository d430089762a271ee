/** Which two might work together, and why: suggestions only, people decide. Wishes and refusals weigh, and are never told. */
import { ACTIVITY_NAMES, type ActivityId } from '../../model/activity-names.ts';
import type { MatchProfile } from '../../model/programme.ts';

export interface PreceptorProfile extends MatchProfile {
  /** Hours a week that are taken, and how many there may be. */
  readonly hours: number;
  readonly cap: number;
}

export interface PairSuggestion {
  readonly preceptee: string;
  readonly preceptor: string;
  /** In order of weight, each a sentence for both to read. */
  readonly reasons: readonly string[];
  readonly cautions: readonly string[];
}

export interface MatchRules {
  readonly hoursAPair: number;
  readonly sharedHoursADay: number;
}

export const MATCH_RULES: MatchRules = Object.freeze({ hoursAPair: 5, sharedHoursADay: 3 });

interface Weighed extends PairSuggestion {
  readonly weight: number;
}

/**
 * Up to three preceptors for each preceptee, the fittest first; none who is declined, declines, is full, or shares fewer hours
 * a day than the rules ask.
 */
export function suggestPairs(preceptees: readonly MatchProfile[], preceptors: readonly PreceptorProfile[], rules: MatchRules = MATCH_RULES): PairSuggestion[] {
  return preceptees.flatMap((preceptee) =>
    preceptors
      .flatMap((preceptor) => weigh(preceptee, preceptor, rules) ?? [])
      .sort((a, b) => b.weight - a.weight || a.preceptor.localeCompare(b.preceptor))
      .slice(0, 3)
      .map(({ preceptor, reasons, cautions }) => ({ preceptee: preceptee.person, preceptor, reasons, cautions })),
  );
}

function weigh(preceptee: MatchProfile, preceptor: PreceptorProfile, rules: MatchRules): Weighed | null {
  const isRefused = preceptee.declines.includes(preceptor.person) || preceptor.declines.includes(preceptee.person);
  const left = preceptor.cap - preceptor.hours;
  const shared = countSharedHours(preceptee, preceptor);
  if (preceptee.person === preceptor.person || isRefused || left < rules.hoursAPair || shared < rules.sharedHoursADay) return null;
  const areas = preceptee.areas.filter((area) => preceptor.areas.includes(area));
  const activities = preceptee.activities.filter((activity) => preceptor.activities.includes(activity));
  const wishes = Number(preceptee.wishes.includes(preceptor.person)) + Number(preceptor.wishes.includes(preceptee.person));
  return {
    preceptee: preceptee.person,
    preceptor: preceptor.person,
    weight: 3 * areas.length + 2 * activities.length + 2 * wishes + Math.min(2, shared / 4) + Math.min(2, left / rules.hoursAPair / 2),
    reasons: [
      ...(areas.length > 0 ? [`Both name ${areas.join(', ')}.`] : []),
      ...(activities.length > 0 ? [`What one wants to learn the other can teach: ${activities.map(toWords).join(', ')}.`] : []),
      `They share ${toHours(shared)} of working time a day.`,
      `The preceptor has ${toHours(left)} a week free.`,
    ],
    cautions: [
      ...(areas.length === 0 ? ['No area in common: the first projects need one.'] : []),
      ...(left < 2 * rules.hoursAPair ? ['After this pair the preceptor is full.'] : []),
    ],
  };
}

/** Hours a day in which both work, whatever the date line. */
export function countSharedHours(a: MatchProfile, b: MatchProfile): number {
  const [aFrom, aTo] = toUtc(a);
  const [bFrom, bTo] = toUtc(b);
  const overlap = (shift: number): number => Math.max(0, Math.min(aTo, bTo + shift) - Math.max(aFrom, bFrom + shift));
  return [-48, -24, 0, 24, 48].reduce((sum, shift) => sum + overlap(shift), 0);
}

const toUtc = ({ from, to, utcOffset }: MatchProfile): [number, number] => [from - utcOffset / 60, (to < from ? to + 24 : to) - utcOffset / 60];

const toWords = (activity: ActivityId): string => ACTIVITY_NAMES[activity].toLowerCase();

const toHours = (hours: number): string => `${Number(hours.toFixed(1))} h`;
