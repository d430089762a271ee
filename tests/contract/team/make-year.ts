/** An organisation of its own for a test, and a year of two of its people. */
import type { Me } from '../../../src/model/api/team/accounts.ts';
import type { Cohort } from '../../../src/model/team/cohort.ts';
import type { Browser } from './create-browser.ts';
import { beginProgramme, prepareProgramme } from './make-programme.ts';
import { whoIs } from './read.ts';
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

export async function meet(browser: Browser): Promise<Someone> {
  const { id, name } = await whoIs(browser);
  return { id, name, browser };
}

async function joinPeople(team: TestTeam, organisation: string): Promise<Omit<TestYear, 'cohort' | 'programme'>> {
  const browser = await team.foundOrganisation(organisation);
  const join = async (name: string, role?: Me['role']): Promise<Someone> => meet(await team.join(browser, `${name}@${organisation}.example`, role));
  return {
    owner: await meet(browser),
    lead: await join('lea', 'lead'),
    preceptee: await join('ana'),
    preceptor: await join('ben'),
    other: await join('cleo'),
  };
}

const browsersOf = ({ lead, preceptee, preceptor }: Pick<TestYear, 'lead' | 'preceptee' | 'preceptor'>) => ({
  lead: lead.browser,
  preceptee: preceptee.browser,
  preceptor: preceptor.browser,
});

/** With a plan that only has to be saved and agreed to. */
export async function prepareYear(team: TestTeam, organisation: string, startsAt = '2026-01-05T09:00:00.000Z'): Promise<TestYear> {
  const people = await joinPeople(team, organisation);
  const { cohort, programme } = await prepareProgramme(browsersOf(people), { name: `Cohort of ${organisation}`, area: 'payments', startsAt });
  return { ...people, cohort, programme: programme.id };
}

export async function startYear(team: TestTeam, organisation: string, startsAt?: string): Promise<TestYear> {
  const year = await prepareYear(team, organisation, startsAt);
  await beginProgramme(browsersOf(year), year.programme);
  return year;
}
