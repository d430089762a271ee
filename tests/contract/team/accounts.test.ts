/** How people come in, and that nobody comes in otherwise. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Invitation, MadeInvitation, Person } from '../../../src/model/api/team/accounts.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { pruneExpired } from '../../../src/store/accounts/prune-expired.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import type { Browser } from './create-browser.ts';
import { PASSWORD, startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const DAY_MS = 86_400_000;
const tokenOf = (link: string): string => link.split('#')[1] ?? '';
const invite = async (by: Browser, email: string): Promise<MadeInvitation> => read(await by.post('/api/team/invitations', { email }));

describeWithStore('coming in', () => {
  let team: TestTeam;
  let now = Date.now();
  let owner: Browser;
  const firstLink = (): string => team.setUpLink ?? '';
  const joinWith = (link: string, name = 'Someone'): Promise<Response> => team.browser().post('/api/join', { token: tokenOf(link), name, password: PASSWORD });

  beforeAll(async () => {
    team = await startTestTeam({ clock: () => new Date(now) });
    owner = team.browser();
  });
  afterAll(() => team.stop());

  it('begins with the link that the first start prints, once', async () => {
    const given = { token: tokenOf(firstLink()), organisation: 'Acme', name: 'Ada', email: 'Ada@Acme.example', password: PASSWORD };
    expect(firstLink().startsWith(`${team.url}/setup#`)).toBe(true);
    expect((await team.browser().post('/api/setup', { ...given, token: 'x'.repeat(43) })).status).toBe(403);
    expect((await team.browser().post('/api/setup', { ...given, password: 'short' })).status).toBe(400);
    expect((await owner.post('/api/setup', given)).status).toBe(204);
    expect(await whoIs(owner)).toMatchObject({ name: 'Ada', email: 'ada@acme.example', role: 'owner', organisation: { name: 'Acme' } });
    expect((await team.browser().post('/api/setup', { ...given, email: 'eve@acme.example' })).status).toBe(403);
  });

  it('goes on by invitation: a look, an account, signed in', async () => {
    const { link, id } = await invite(owner, 'bob@acme.example');
    const bob = team.browser();
    const look = await bob.post('/api/join/look', { token: tokenOf(link) });
    expect(await read(look)).toEqual({ organisation: 'Acme', email: 'bob@acme.example', invitedBy: 'Ada' });
    expect((await bob.post('/api/join', { token: tokenOf(link), name: 'Bob', password: PASSWORD })).status).toBe(204);
    expect(await whoIs(bob)).toMatchObject({ name: 'Bob', email: 'bob@acme.example', role: 'member' });
    const open = await read<{ invitations: Invitation[] }>(await owner.get('/api/team/invitations'));
    expect(open.invitations.map((invitation) => invitation.id)).not.toContain(id);
    expect((await joinWith(link)).status).toBe(403);
  });

  it('refuses an invitation after 7 days, and a withdrawn one', async () => {
    const late = await invite(owner, 'late@acme.example');
    now += 7 * DAY_MS + 1;
    expect((await joinWith(late.link)).status).toBe(403);
    const withdrawn = await invite(owner, 'withdrawn@acme.example');
    expect((await owner.delete(`/api/team/invitations/${withdrawn.id}`)).status).toBe(204);
    expect((await joinWith(withdrawn.link)).status).toBe(403);
    expect((await owner.delete(`/api/team/invitations/${withdrawn.id}`)).status).toBe(404);
  });

  it('lets one of two who use a link at the same moment in', async () => {
    const { link } = await invite(owner, 'twice@acme.example');
    const answers = await Promise.all([joinWith(link, 'One'), joinWith(link, 'Two')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 403]);
  });

  it('has no other door', async () => {
    const someone = { name: 'Eve', email: 'eve@acme.example', password: PASSWORD };
    for (const path of ['/api/auth/sign-up/email', '/api/auth/organization/create', '/api/auth/organization/accept-invitation', '/api/auth/update-user'])
      expect([path, (await owner.post(path, someone)).status]).toEqual([path, 404]);
    expect((await joinWith(`#${'x'.repeat(43)}`)).status).toBe(403);
    expect((await team.browser().post('/api/auth/sign-in/email', { email: someone.email, password: PASSWORD })).status).toBe(401);
  });

  it('is for leads and owners to open, and nobody opens it wider than their own role', async () => {
    const lead = await team.join(owner, 'lead@acme.example', 'lead');
    const member = await team.join(lead, 'member@acme.example');
    expect((await member.post('/api/team/invitations', { email: 'x@acme.example' })).status).toBe(403);
    expect((await member.get('/api/team/invitations')).status).toBe(403);
    expect((await lead.post('/api/team/invitations', { email: 'x@acme.example', role: 'owner' })).status).toBe(403);
    expect((await owner.post('/api/team/invitations', { email: 'member@acme.example' })).status).toBe(409);
  });

  it('shows nobody of another organisation, nor lets its invitations be touched', async () => {
    const other = await team.foundOrganisation('globex');
    const { id } = await invite(owner, 'shared@acme.example');
    expect((await read<{ people: Person[] }>(await other.get('/api/team/people'))).people.map(({ name }) => name)).toEqual(['Owner of globex']);
    expect(await read(await other.get('/api/team/invitations'))).toEqual({ invitations: [] });
    expect((await other.delete(`/api/team/invitations/${id}`)).status).toBe(404);
    const seen = await withClient(team.database.app, (client) => client.query('select id from rounds.person'));
    expect(seen.rows).toEqual([]);
  });

  it('keeps no link, token or password as it is, in the database or the log', async () => {
    const { link } = await invite(owner, 'hidden@acme.example');
    const made = await read<{ token: string }>(await owner.post('/api/team/tokens', { name: 'a program' }));
    const kept = await withClient(team.database.auth, async (client) => {
      const tables: unknown[] = [];
      for (const table of ['user', 'account', 'organization', 'member', 'invitation', 'personal_token', 'set_up_link', 'verification'])
        tables.push((await client.query(`select * from auth."${table}"`)).rows);
      return JSON.stringify(tables);
    });
    expect(kept).toContain('hidden@acme.example');
    for (const secret of [tokenOf(link), made.token, made.token.slice('rounds_'.length), PASSWORD]) {
      expect(kept).not.toContain(secret);
      expect(team.logged()).not.toContain(secret);
    }
    expect(team.logged()).toContain('/api/team/invitations');
    expect(team.logged()).not.toContain('acme.example');
  });

  it('leaves nothing behind that has run out', async () => {
    const asked = await team.browser().post('/api/auth/device/code', { client_id: 'rounds-cli' });
    expect(asked.status).toBe(200);
    await invite(owner, 'never@acme.example');
    const open = (): Promise<{ rows: unknown[] }> =>
      withClient(team.database.auth, (client) =>
        client.query(`select (select count(*)::int from auth."deviceCode") codes, (select count(*)::int from auth.invitation where "tokenHash" is not null) links,
          (select count(*)::int from auth.session) sessions, (select count(*)::int from auth.set_up_link) ways_in`),
      );
    expect((await open()).rows).not.toEqual([{ codes: 0, links: 0, sessions: 0, ways_in: 0 }]);
    await pruneExpired(team.app.accounts, new Date(now + 30 * DAY_MS));
    expect((await open()).rows).toEqual([{ codes: 0, links: 0, sessions: 0, ways_in: 0 }]);
  });

  it('lets the role of the application see nothing of the accounts', async () => {
    await expect(withClient(team.database.app, (client) => client.query('select * from auth."user"'))).rejects.toThrow(/permission denied/);
    await expect(withClient(team.database.auth, (client) => client.query('select * from rounds.person'))).rejects.toThrow(/permission denied/);
  });

  it('made no mistakes on the way', () => expect(team.bugs).toEqual([]));
});
