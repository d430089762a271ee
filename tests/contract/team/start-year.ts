import type { Me } from '../../../src/model/api/team/accounts.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import type { Browser } from './create-browser.ts';
import type { TestTeam } from './start-test-team.ts';

export interface TestYear {
  readonly programme: string;
  readonly pair: string;
  readonly preceptee: Me;
  readonly preceptor: Me;
  /** As the database's owner. */
  readonly run: (sql: string) => Promise<void>;
}

/** A running year of two people of an organisation, which `lead` leads. */
export async function startYear(team: TestTeam, people: { lead: Browser; preceptee: Browser; preceptor: Browser }, startsAt: string): Promise<TestYear> {
  const [lead, preceptee, preceptor] = (await Promise.all(
    [people.lead, people.preceptee, people.preceptor].map(async (who) => (await who.get('/api/me')).json()),
  )) as [Me, Me, Me];
  const [programme, pair, organisation] = ['y_00000000000000aa', 'g_00000000000000bb', lead.organisation.id];
  const run = async (text: string): Promise<void> => void (await withClient(team.database.owner, (client) => client.query(text)));
  await run(`
    insert into rounds.cohort (id, organisation, name, lead, created_at) values ('h_00000000000000aa', '${organisation}', 'First', '${lead.id}', '${startsAt}');
    insert into rounds.pair (id, organisation, name, created_by) values ('${pair}', '${organisation}', 'Two', '${lead.id}');
    insert into rounds.pair_member (pair, organisation, person) values ('${pair}', '${organisation}', '${preceptee.id}'), ('${pair}', '${organisation}', '${preceptor.id}');
    insert into rounds.programme (id, organisation, cohort, pair, preceptee, preceptor, lead, state, starts_at, months, created_at)
      values ('${programme}', '${organisation}', 'h_00000000000000aa', '${pair}', '${preceptee.id}', '${preceptor.id}', '${lead.id}', 'running', '${startsAt}', 12, '${startsAt}')`);
  return { programme, pair, preceptee, preceptor, run };
}
