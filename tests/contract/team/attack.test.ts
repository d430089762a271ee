/** Looks for what was sealed, in a round of every kind, wherever anyone could look before the reveal: its words, and how long they are. */
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import { listTeamRoutes } from '../../../src/server/team/routes/all-routes.ts';
import type { TeamContext } from '../../../src/server/team/team-context.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import type { Browser } from './create-browser.ts';
import { SAMPLE_KINDS, sampleAnswer, sampleShare, toSealBody, wordsOf } from './sample-work.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const PLANTED = 'xyzzy-planted-judgement-4711';
const looksOf = (text: string): string[] => [
  text,
  Buffer.from(text).toString('hex'),
  Buffer.from(text).toString('base64').slice(2, -4),
  encodeURIComponent(text),
];

describeWithStore.each(SAMPLE_KINDS)('what is sealed about a %s', (kind) => {
  const answerOf = (words: string): object => toSealBody(sampleAnswer(kind, words));
  let team: TestTeam;
  let people: Record<'owner' | 'partner' | 'lead' | 'member' | 'elsewhere' | 'nobody', Browser>;
  let sealer: Browser;
  let shared = '';
  const rounds: Record<'short' | 'long' | 'passed', string> = { short: '', long: '', passed: '' };

  beforeAll(async () => {
    team = await startTestTeam();
    const owner = await team.foundOrganisation('acme');
    sealer = await team.join(owner, 'sealer@acme.example');
    const partner = await team.join(owner, 'partner@acme.example');
    people = {
      owner,
      partner,
      lead: await team.join(owner, 'lead@acme.example', 'lead'),
      member: await team.join(owner, 'member@acme.example'),
      elsewhere: await team.foundOrganisation('other'),
      nobody: team.browser(),
    };
    const partnersId = (await whoIs(partner)).id;
    const { id: pair } = await read<{ id: string }>(await sealer.post('/api/team/pairs', { name: 'Two', people: [partnersId] }));
    shared = (await read<SharedCase>(await sealer.post('/api/team/cases', sampleShare(kind, pair)))).id;
    for (const name of ['short', 'long', 'passed'] as const) {
      const { id } = await read<TeamRound>(await sealer.post('/api/team/rounds', { case: shared, people: [partnersId] }));
      rounds[name] = id;
      const words = name === 'short' ? PLANTED : `${PLANTED} ${'and more '.repeat(300)}`;
      const answered = name === 'passed' ? await sealer.post(`/api/team/rounds/${id}/pass`) : await sealer.post(`/api/team/rounds/${id}/seal`, answerOf(words));
      expect(answered.status).toBe(200);
      await sealer.post(`/api/team/rounds/${id}/seal`, answerOf(PLANTED));
    }
  });
  afterAll(() => team.stop());

  it('is in no answer of any route to anyone, its own author among them', async () => {
    const routes = listTeamRoutes({ app: team.app } as TeamContext);
    expect(routes.length).toBeGreaterThan(30);
    let asked = 0;
    for (const who of [...Object.values(people), sealer]) {
      for (const { method, path, may } of routes) {
        // Moves would end the very state that is looked at; what they answer is a round as GET shows it.
        if (method !== 'GET' || path === '/api/team/events') continue;
        for (const id of path.includes(':id') ? [...Object.values(rounds), shared] : ['']) {
          for (const query of ['', `?round=${id || rounds.short}`, `?case=${shared}`, `?q=${PLANTED}`]) {
            const answered = await who.get(path.replace(':id', id) + query);
            const seen = JSON.stringify([...answered.headers]) + (await answered.text()).replaceAll(`?q=${PLANTED}`, '');
            for (const look of looksOf(PLANTED)) expect(seen.includes(look), `${may} ${path}${query}`).toBe(false);
            asked += 1;
          }
        }
      }
    }
    expect(asked).toBeGreaterThan(300);
  });

  it('looks the same to the partner whether it is short, long, or a pass', async () => {
    const seen = await Promise.all(
      Object.values(rounds).map(async (id) => {
        const answered = await people.partner.get(`/api/team/rounds/${id}`);
        return (await answered.text()).replaceAll(id, 'ID').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME');
      }),
    );
    expect(new Set(seen).size).toBe(1);
  });

  it('is in no event, log, or row that the program’s roles can read, and its row cannot be read at all', async () => {
    const stream = await people.partner.get('/api/team/events', { 'last-event-id': '0' });
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
    let events = '';
    while (!events.includes(rounds.passed)) events += Buffer.from((await reader.read()).value ?? []).toString();
    await reader.cancel();

    const partnersId = (await whoIs(people.partner)).id;
    const { organisation } = await whoIs(people.partner);
    const sizes = new Set<string>();
    let rows = '';
    for (const connection of [team.database.app, team.database.auth]) {
      const client = new Client(connection);
      await client.connect();
      const tables = await client.query<{ name: string }>(
        `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('rounds', 'auth') and c.relkind in ('r', 'v', 'm')`,
      );
      expect(tables.rows.length).toBeGreaterThan(20);
      await client.query(`select set_config('app.organisation', $1, false), set_config('app.person', $2, false)`, [organisation.id, partnersId]);
      for (const { name } of tables.rows)
        rows += await client.query(`select row_to_json(t)::text as row from ${name} t`).then(
          (found) => JSON.stringify(found.rows),
          (error: Error) => error.message,
        );
      for (const id of Object.values(rounds)) {
        for (const attack of [
          `select octet_length(body)::text as size from rounds.answer where round = '${id}'`,
          `select octet_length(body)::text as size from rounds.read_answers('${id}')`,
          `select pg_column_size(a)::text as size from rounds.answer a`,
          `update rounds.round set revealed_at = now() where id = '${id}' returning id`,
          `update rounds.round_participant set answered = true where round = '${id}' returning round`,
          `delete from rounds.round_participant where round = '${id}' returning round`,
          `insert into rounds.round_participant values ('${id}', 'x', 'x', 9, false)`,
          `select rounds.reveal_round('${id}', now())::text`,
          `select rounds.move_round('${id}', 'start-debrief', null, now())`,
          `alter table rounds.answer disable row level security`,
          `set role postgres`,
          `copy rounds.answer to stdout`,
        ]) {
          const got = await client.query(attack).then(
            (found) => (found.rows[0] as { size?: string } | undefined)?.size ?? JSON.stringify(found.rows),
            (error: Error) => error.message,
          );
          rows += got;
          if (/^\d+$/.test(got)) sizes.add(got);
        }
      }
      await client.end();
    }
    for (const look of looksOf(PLANTED)) for (const text of [events, rows, team.logged()]) expect(text.includes(look)).toBe(false);
    expect([...sizes]).toEqual([]);
    const after = await read<TeamRound>(await people.partner.get(`/api/team/rounds/${rounds.short}`));
    expect(after).toMatchObject({ state: 'sealing', answers: null });
  });

  it('is there for both once the partner has answered', async () => {
    await people.partner.post(`/api/team/rounds/${rounds.short}/pass`);
    const seen = await read<TeamRound>(await people.partner.get(`/api/team/rounds/${rounds.short}`));
    expect(seen.answers?.map(wordsOf)).toEqual([PLANTED, null]);
  });
});
