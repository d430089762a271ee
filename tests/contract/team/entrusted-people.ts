/** An organisation in which somebody has been rated in five rounds: what a sign-off is made of, and doors to go round it. */
import type { TeamRating } from '../../../src/model/api/team/ratings.ts';
import type { SignOffView } from '../../../src/model/api/team/sign-offs.ts';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import type { Browser } from './create-browser.ts';
import { read, whoIs } from './read.ts';
import { sampleCase, sampleJudgement } from './sample-case.ts';
import type { TestTeam } from './start-test-team.ts';

export interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly http: Browser;
}

export interface RatedRound {
  readonly round: string;
  readonly case: string;
  readonly rater: Somebody;
}

const NAMES = ['pia', 'pat', 'nat', 'bo', 'cy', 'dee', 'eli'] as const;
/** Pia learns, Pat teaches her; Bo and Cy rate; Dee and Eli could sign; Nat comes later. */
export type EntrustedPeople = Record<(typeof NAMES)[number] | 'lead', Somebody> & { readonly organisation: string };

async function meet(http: Browser): Promise<Somebody> {
  const { id, name } = await whoIs(http);
  return { id, name, http };
}

export async function gatherPeople(team: TestTeam): Promise<EntrustedPeople> {
  const lead = await team.foundOrganisation('acme');
  const people: Partial<Record<string, Somebody>> = {};
  for (const name of NAMES) people[name] = await meet(await team.join(lead, `${name}@acme.example`));
  return { ...people, lead: await meet(lead), organisation: (await whoIs(lead)).organisation.id } as unknown as EntrustedPeople;
}

let cases = 0;

/** A revealed round of a case of `person` in this repository, with one other. */
export async function revealRound(person: Somebody, rater: Somebody, repository: string, activities: readonly string[] = []): Promise<RatedRound> {
  const pair = (await read<{ id: string }>(await person.http.post('/api/team/pairs', { name: `${person.name} and ${rater.name}`, people: [rater.id] }), 201))
    .id;
  cases += 1;
  const given = sampleCase(pair, `case ${cases}`);
  const request = {
    ...given,
    ...(given.kind === 'moment'
      ? { case: { ...given.case, repository }, withheld: { ...given.withheld, outcome: { ...given.withheld.outcome, activities } } }
      : {}),
  };
  const shared = (await read<{ id: string }>(await person.http.post('/api/team/cases', request), 201)).id;
  const { id: round } = await read<TeamRound>(await rater.http.post('/api/team/rounds', { case: shared, people: [person.id] }), 201);
  for (const who of [rater, person]) await read(await who.http.post(`/api/team/rounds/${round}/seal`, sampleJudgement(`by ${who.name}`)));
  return { round, case: shared, rater };
}

/** What the rater says of the person, about the next case; they look at it, so that it can be evidence. Its id. */
export async function rate({ round, rater }: RatedRound, person: Somebody, given: { activity: string; level?: number; caught?: boolean }): Promise<string> {
  const { ratings } = await read<{ ratings: TeamRating[] }>(
    await rater.http.post(`/api/team/rounds/${round}/ratings`, {
      person: person.id,
      activity: given.activity,
      prospective: given.level ?? 4,
      agentErrorCaught: given.caught ?? false,
    }),
    201,
  );
  await read(await person.http.post(`/api/team/rounds/${round}/ratings/look`, { activity: given.activity }));
  return ratings.find((one) => one.activity === given.activity && one.view === 'prospective' && one.person === person.id && one.rater === rater.id)?.id ?? '';
}

export const see = async (who: Somebody, id: string): Promise<SignOffView> => read(await who.http.get(`/api/team/sign-offs/${id}`));
