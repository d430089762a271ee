/** A year of two people on a running team server, as people would make it: cohort, pair, plan, three agreements, start. */
import type { Me } from '../../../src/model/api/team/accounts.ts';
import type { SavePlan } from '../../../src/model/api/team/programmes.ts';
import type { Cohort } from '../../../src/model/team/cohort.ts';
import type { TeamProgramme } from '../../../src/model/team/programme.ts';
import type { Browser } from './create-browser.ts';
import type { TestTeam } from './start-test-team.ts';

export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly browser: Browser;
}

export interface TestYear {
  readonly owner: Someone;
  readonly lead: Someone;
  readonly preceptee: Someone;
  readonly preceptor: Someone;
  /** Of the organisation, in no programme. */
  readonly other: Someone;
  readonly cohort: Cohort;
  readonly programme: string;
}

export const WHOLE_PLAN: Omit<SavePlan, 'onVersion'> = {
  goal: 'Ana ships migrations alone by spring.',
  owner: 'Grace, head of engineering',
  policyUrl: 'https://example.org/preceptorship',
  protectedHoursAWeek: 5,
  firstMeetingAt: '2026-01-06T09:00:00.000Z',
};

/** The body of a response that has to be a success. */
export async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (response.status >= 300) throw new Error(`${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function known(browser: Browser): Promise<Someone> {
  const { id, name } = await read<Me>(await browser.get('/api/me'));
  return { id, name, browser };
}

export async function joinPeople(team: TestTeam, organisation: string): Promise<Omit<TestYear, 'cohort' | 'programme'>> {
  const browser = await team.foundOrganisation(organisation);
  const join = async (name: string, role?: Me['role']): Promise<Someone> => known(await team.join(browser, `${name}@${organisation}.example`, role));
  return {
    owner: await known(browser),
    lead: await join('lea', 'lead'),
    preceptee: await join('ana'),
    preceptor: await join('ben'),
    other: await join('cleo'),
  };
}

/** With a plan that only has to be saved and agreed to. */
export async function prepareYear(team: TestTeam, organisation: string, startsAt = '2026-01-05T09:00:00.000Z'): Promise<TestYear> {
  const people = await joinPeople(team, organisation);
  const { lead, preceptee, preceptor } = people;
  const cohort = await read<Cohort>(await lead.browser.post('/api/team/cohorts', { name: `Cohort of ${organisation}` }));
  const made = await read<TeamProgramme>(
    await lead.browser.post('/api/team/programmes', { cohort: cohort.id, preceptee: preceptee.id, preceptor: preceptor.id, area: 'payments', startsAt }),
  );
  return { ...people, cohort, programme: made.id };
}

export async function startYear(team: TestTeam, organisation: string, startsAt?: string): Promise<TestYear> {
  const year = await prepareYear(team, organisation, startsAt);
  const path = `/api/team/programmes/${year.programme}`;
  const { plan } = await read<TeamProgramme>(await year.preceptee.browser.put(`${path}/plan`, { ...WHOLE_PLAN, onVersion: 1 }));
  for (const { browser } of [year.preceptee, year.preceptor, year.lead]) await read(await browser.post(`${path}/agree`, { version: plan.version }));
  await read(await year.lead.browser.post(`${path}/move`, { action: 'start' }));
  return year;
}
