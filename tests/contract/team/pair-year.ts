/** The running year of people who joined already, by the routes that people use. */
import type { Kysely } from 'kysely';
import type { Me } from '../../../src/model/api/team/accounts.ts';
import type { ProgrammeList } from '../../../src/model/api/team/programmes.ts';
import { ok } from '../../../src/model/result.ts';
import type { CohortId, PairId, PersonId, ProgrammeId } from '../../../src/model/team/ids.ts';
import type { Cohort } from '../../../src/model/team/cohort.ts';
import type { TeamProgramme } from '../../../src/model/team/programme.ts';
import type { Actor, Store } from '../../../src/store/connect-store.ts';
import { take } from '../server/start-test-server.ts';
import type { Browser } from './create-browser.ts';
import { read, WHOLE_PLAN } from './make-year.ts';

export interface PairYear {
  readonly programme: ProgrammeId;
  readonly pair: PairId;
  readonly cohort: CohortId;
}

interface People {
  /** A lead or owner of the organisation. */
  readonly lead: Browser;
  readonly preceptee: Browser;
  readonly preceptor: Browser;
}

export async function toActor(who: Browser): Promise<Actor & { readonly person: PersonId }> {
  const me = await read<Me>(await who.get('/api/me'));
  return { organisation: me.organisation.id, person: me.id as PersonId };
}

export async function startPairYear(
  { lead, preceptee, preceptor }: People,
  { at = new Date().toISOString(), area = '', name = 'Of this year' } = {},
): Promise<PairYear> {
  const cohort = await read<Cohort>(await lead.post('/api/team/cohorts', { name }));
  const [theirs, other] = [await toActor(preceptee), await toActor(preceptor)];
  const made = await read<TeamProgramme>(
    await lead.post('/api/team/programmes', { cohort: cohort.id, preceptee: theirs.person, preceptor: other.person, area, startsAt: at }),
  );
  const path = `/api/team/programmes/${made.id}`;
  const { plan } = await read<TeamProgramme>(await lead.put(`${path}/plan`, { ...WHOLE_PLAN, firstMeetingAt: at, onVersion: 1 }));
  for (const who of [lead, preceptee, preceptor]) await read(await who.post(`${path}/agree`, { version: plan.version }));
  await read(await lead.post(`${path}/move`, { action: 'start' }));
  const { pair } = await read<TeamProgramme>(await preceptee.get(path));
  return { programme: made.id, pair: pair as PairId, cohort: cohort.id };
}

export async function moveYear(who: Browser, { programme }: PairYear, action: 'pause' | 'end'): Promise<void> {
  await read(await who.post(`/api/team/programmes/${programme}/move`, { action, why: '' }));
}

/** The preceptor hands over to somebody else, and both others agree. */
export async function handOver({ programme }: PairYear, { preceptee, preceptor }: Omit<People, 'lead'>, to: Browser): Promise<void> {
  const path = `/api/team/programmes/${programme}/hand-overs`;
  const { person } = await toActor(to);
  await read<ProgrammeList>(await preceptor.post(path, { to: person, summary: 'What was done.', focus: 'What is next.', openProjects: [] }));
  for (const who of [preceptee, to]) await read(await who.post(`${path}/1/agree`));
}

/** SQL as this person, by the rights of the application's role. */
export async function run<T>(store: Store, who: Actor, work: (db: Kysely<Record<string, never>>) => Promise<T>): Promise<T> {
  return take(await store.as(who, async ({ db }) => ok(await work(db))));
}
