import { connectStore, type Actor, type Store } from '../connect-store.ts';
import { migrateStore } from '../migrate-store.ts';
import { withClient } from '../postgres/with-client.ts';
import { startTestStore } from './start-test-store.ts';

/** People of one organisation by name, a pair of two of them, and who is of another organisation. */
export interface SeededStore {
  readonly store: Store;
  readonly anna: Actor;
  readonly ben: Actor;
  /** Of the same organisation, not of the pair. */
  readonly cleo: Actor;
  /** Of another organisation. */
  readonly dora: Actor;
  readonly pair: string;
  /** Shared by Anna with the pair, and a round of it that both closed with a debrief. */
  readonly case: string;
  readonly round: string;
  /** As the database's owner, for what no person may do. */
  readonly run: (sql: string) => Promise<void>;
}

export const SEEDED_RULE = 'A retry hides a race; find the order first.';

const PEOPLE = `insert into rounds.person (organisation, id, name, email, role) values
  ('books', 'anna', 'Anna', 'anna@example.org', 'member'), ('books', 'ben', 'Ben', 'ben@example.org', 'member'),
  ('books', 'cleo', 'Cleo', 'cleo@example.org', 'owner'), ('other', 'dora', 'Dora', 'dora@example.org', 'owner')`;

const SHARED = `
  insert into rounds.pair values ('g_00000000000000aa', 'books', 'Anna and Ben', 'anna', now());
  insert into rounds.pair_member values ('g_00000000000000aa', 'books', 'anna', now()), ('g_00000000000000aa', 'books', 'ben', now());
  insert into rounds.shared_case (id, organisation, pair, owner, kind, digest, content) values
    ('c_00000000000000aa', 'books', 'g_00000000000000aa', 'anna', 'moment', 'd', '\\x00');
  insert into rounds.round (id, organisation, case_id, state, called_by, created_at, revealed_at, closed_at) values
    ('r_00000000000000aa', 'books', 'c_00000000000000aa', 'closed', 'anna', now(), now(), now());
  insert into rounds.round_participant values ('r_00000000000000aa', 'books', 'anna', 1, true, true), ('r_00000000000000aa', 'books', 'ben', 2, false, true);
  insert into rounds.debrief values ('r_00000000000000aa', 1, 'books',
    '{"generalRule":"${SEEDED_RULE}","whatWasRight":"The failing run was kept.","nextTime":"Write down who waits for whom.","uncertainties":"","changedMind":""}',
    'ben', now())`;

const of = (person: string, organisation = 'books'): Actor => ({ organisation, person });

/** A migrated store with people who share something already. Close `store` after the test. */
export async function startSeededStore(): Promise<SeededStore> {
  const { owner, app } = await startTestStore();
  await withClient(owner, async (client) => {
    await migrateStore(client);
    await client.query(PEOPLE);
    await client.query(SHARED);
  });
  return {
    store: connectStore(app),
    anna: of('anna'),
    ben: of('ben'),
    cleo: of('cleo'),
    dora: of('dora', 'other'),
    pair: 'g_00000000000000aa',
    case: 'c_00000000000000aa',
    round: 'r_00000000000000aa',
    run: async (text) => {
      await withClient(owner, (client) => client.query(text));
    },
  };
}
