/** The running year of people who joined already, by the routes that people use. */
import type { Kysely } from 'kysely';
import type { ProgrammeList } from '../../../src/model/api/team/programmes.ts';
import { ok } from '../../../src/model/result.ts';
import type { CohortId, PairId, PersonId, ProgrammeId } from '../../../src/model/team/ids.ts';
import type { TeamProgramme } from '../../../src/model/team/programme.ts';
import type { Actor, Store } from '../../../src/store/connect-store.ts';
import { take } from '../server/start-test-server.ts';
import type { Browser } from './create-browser.ts';
import { beginProgramme, prepareProgramme, WHOLE_PLAN, type ProgrammePeople } from './make-programme.ts';
import { read, whoIs } from './read.ts';

export interface PairYear {
  readonly programme: ProgrammeId;
  readonly pair: PairId;
  readonly cohort: CohortId;
}

export async function toActor(who: Browser): Promise<Actor & { readonly person: PersonId }> {
  const me = await whoIs(who);
  return { organisation: me.organisation.id, person: me.id as PersonId };
}

export async function startPairYear(people: ProgrammePeople, { at = new Date().toISOString(), area = '', name = 'Of this year' } = {}): Promise<PairYear> {
  const { cohort, programme } = await prepareProgramme(people, { name, area, startsAt: at });
  await beginProgramme(people, programme.id, { ...WHOLE_PLAN, firstMeetingAt: at });
  const { pair } = await read<TeamProgramme>(await people.preceptee.get(`/api/team/programmes/${programme.id}`));
  return { programme: programme.id, pair: pair as PairId, cohort: cohort.id };
}

export async function moveYear(who: Browser, { programme }: PairYear, action: 'pause' | 'end'): Promise<void> {
  await read(await who.post(`/api/team/programmes/${programme}/move`, { action, why: '' }));
}

/** The preceptor hands over to somebody else, and both others agree. */
export async function handOver({ programme }: PairYear, { preceptee, preceptor }: Omit<ProgrammePeople, 'lead'>, to: Browser): Promise<void> {
  const path = `/api/team/programmes/${programme}/hand-overs`;
  const { person } = await toActor(to);
  await read<ProgrammeList>(await preceptor.post(path, { to: person, summary: 'What was done.', focus: 'What is next.', openProjects: [] }));
  for (const who of [preceptee, to]) await read(await who.post(`${path}/1/agree`));
}

/** SQL as this person, by the rights of the application's role. */
export async function run<T>(store: Store, who: Actor, work: (db: Kysely<Record<string, never>>) => Promise<T>): Promise<T> {
  return take(await store.as(who, async ({ db }) => ok(await work(db))));
}
