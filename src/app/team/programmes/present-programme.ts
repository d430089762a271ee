import type { Programme } from '../../../model/programme.ts';
import { PROGRAMME_ACTIONS, type ProgrammeAction, type TeamProgramme } from '../../../model/team/programme.ts';
import { listMissingToStart, type NameOf } from '../../../programme/year/list-missing-to-start.ts';
import { moveProgramme } from '../../../programme/year/move-programme.ts';
import { findEnd } from '../../../programme/year/plan-year.ts';
import { countOpenPause, trackYear } from '../../../programme/year/track-year.ts';
import type { ProgrammeRow } from '../../../store/programmes.ts';

/** The year as src/programme reckons with it. */
export const toModel = (row: ProgrammeRow): Programme => ({
  preceptee: row.preceptee.id,
  preceptor: row.preceptor.id,
  lead: row.lead.id,
  startsAt: row.startsAt,
  months: row.months,
  state: row.state,
  plan: {
    goal: row.goal,
    owner: row.owner,
    policyUrl: row.policyUrl,
    protectedHoursAWeek: row.protectedHours,
    agreedBy: row.agreements.map(({ person }) => person.id),
    firstMeetingAt: row.firstMeetingAt,
  },
  pauses: row.pauses.map((pause) => ({ ...pause, why: pause.why ?? '' })),
  // What the next preceptor has to know is no part of what is reckoned.
  handOvers: [],
  completedAt: row.completedAt,
});

export function toNameOf(row: Pick<ProgrammeRow, 'preceptee' | 'preceptor' | 'lead'>): NameOf {
  const nameById = new Map<string, string>([row.preceptee, row.preceptor, row.lead].map(({ id, name }) => [id, name]));
  return (person) => nameById.get(person) ?? person;
}

export const toAct = (action: ProgrammeAction, why: string) => (action === 'pause' ? { type: action, why } : { type: action });

/** A year as `me` may see it at `now`. */
export function presentProgramme(row: ProgrammeRow, me: string, now: string): TeamProgramme {
  const year = toModel(row);
  const isOfTwo = me === row.preceptee.id || me === row.preceptor.id;
  return {
    id: row.id,
    cohort: row.cohort,
    parts: (['preceptee', 'preceptor', 'lead'] as const).filter((part) => row[part].id === me),
    pair: isOfTwo ? row.pair : null,
    area: row.area,
    state: row.state,
    preceptee: row.preceptee,
    preceptor: row.preceptor,
    lead: row.lead,
    startsAt: row.startsAt,
    months: row.months,
    endsAt: findEnd(countOpenPause(year, now)),
    plan: {
      version: row.planVersion,
      goal: row.goal,
      owner: row.owner,
      policyUrl: row.policyUrl,
      protectedHoursAWeek: row.protectedHours,
      firstMeetingAt: row.firstMeetingAt,
      agreements: [...row.agreements],
    },
    missing: row.state === 'planned' ? listMissingToStart(year, toNameOf(row)) : [],
    actions: PROGRAMME_ACTIONS.filter((action) => moveProgramme(year, toAct(action, ''), now).ok),
    milestones: trackYear({ year, meetings: row.meetings, answeredSurveys: isOfTwo ? row.answeredSurveys : null }, now),
    meetings: [...row.meetings],
    pauses: [...row.pauses],
    handOvers: [...row.handOvers],
    completedAt: row.completedAt,
    endedAt: row.endedAt,
  };
}
