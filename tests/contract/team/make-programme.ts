/** A programme on a running team server, by the routes that people use: cohort, two people, plan, three agreements, start. */
import type { SavePlan } from '../../../src/model/api/team/programmes.ts';
import type { Cohort } from '../../../src/model/team/cohort.ts';
import type { TeamProgramme } from '../../../src/model/team/programme.ts';
import type { Browser } from './create-browser.ts';
import { read, whoIs } from './read.ts';

export interface ProgrammePeople {
  /** A lead or owner of the organisation. */
  readonly lead: Browser;
  readonly preceptee: Browser;
  readonly preceptor: Browser;
}

export const WHOLE_PLAN: Omit<SavePlan, 'onVersion'> = {
  goal: 'Ana ships migrations alone by spring.',
  owner: 'Grace, head of engineering',
  policyUrl: 'https://example.org/preceptorship',
  protectedHoursAWeek: 5,
  firstMeetingAt: '2026-01-06T09:00:00.000Z',
};

/** With a plan that only has to be saved and agreed to. */
export async function prepareProgramme(
  { lead, preceptee, preceptor }: ProgrammePeople,
  { name, area, startsAt }: { name: string; area: string; startsAt: string },
): Promise<{ readonly cohort: Cohort; readonly programme: TeamProgramme }> {
  const cohort = await read<Cohort>(await lead.post('/api/team/cohorts', { name }));
  const two = { preceptee: (await whoIs(preceptee)).id, preceptor: (await whoIs(preceptor)).id };
  const programme = await read<TeamProgramme>(await lead.post('/api/team/programmes', { cohort: cohort.id, ...two, area, startsAt }));
  return { cohort, programme };
}

export async function beginProgramme({ lead, preceptee, preceptor }: ProgrammePeople, programme: string, plan = WHOLE_PLAN): Promise<void> {
  const path = `/api/team/programmes/${programme}`;
  const saved = await read<TeamProgramme>(await preceptee.put(`${path}/plan`, { ...plan, onVersion: 1 }));
  for (const who of [preceptee, preceptor, lead]) await read(await who.post(`${path}/agree`, { version: saved.plan.version }));
  await read(await lead.post(`${path}/move`, { action: 'start' }));
}
