/** Credentials of a team server: for whom they are about alone, checked elsewhere, reversed in public, and of nobody's name. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkBadge, type CheckedBadge } from '../../../src/credentials/badge/check-badge.ts';
import { verifyElsewhere } from '../../../src/credentials/badge/testing/verify-elsewhere.ts';
import { readTeamParts } from '../../../src/app/portfolio/read-team-parts.ts';
import { saveTeamFile } from '../../../src/client/team-file.ts';
import type { MadeToken, Me } from '../../../src/model/api/team/accounts.ts';
import { credentialListSchema, publishedIssuerSchema } from '../../../src/model/api/team/credentials.ts';
import { signedBadgeSchema, type SignedBadge } from '../../../src/model/credential.ts';
import type { SignOffEntry, SignOffRecord } from '../../../src/model/sign-off.ts';
import { appendRecord } from '../../../src/programme/sign-off/chain-records.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { take } from '../server/start-test-server.ts';
import type { Browser } from './create-browser.ts';
import { insertProgramme } from './insert-programme.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { whoIs } from './read.ts';

const NOW = '2026-11-05T10:00:00.000Z';
const HASH = 'ab'.repeat(32);

describeWithStore('credentials of a team', () => {
  let team: TestTeam;
  let now = new Date(NOW);
  let [owner, ada, bo, dee, stranger] = [] as unknown as Browser[];
  const ids = new Map<Browser | undefined, Me>();
  beforeAll(async () => {
    team = await startTestTeam({ clock: () => now });
    owner = await team.foundOrganisation('acme');
    ada = await team.join(owner, 'ada@acme.example');
    bo = await team.join(owner, 'bo@acme.example');
    dee = await team.join(owner, 'dee@acme.example');
    stranger = await team.foundOrganisation('other');
    for (const one of [owner, ada, bo, dee, stranger]) ids.set(one, await whoIs(one));
  });
  afterAll(() => team.stop());

  const idOf = (one: Browser | undefined): string => ids.get(one)?.id ?? expect.fail();
  const get = async (one: Browser | undefined, path: string) => {
    const answered = await (one ?? team.browser()).get(path);
    return { status: answered.status, body: (await answered.json()) as unknown };
  };
  const records: SignOffRecord[] = [];

  /** Straight into the record, as what decides sign-offs writes it. */
  async function append(entry: SignOffEntry, request: string, by: string): Promise<void> {
    records.push(...appendRecord(records, entry).slice(records.length));
    await withClient(team.database.owner, async (client) => {
      const { rows } = await client.query<{ organisation: string }>('select organisation from rounds.person where id = $1', [idOf(ada)]);
      await client.query('insert into rounds.sign_off_record values ($1, $2, $3, $4, $5, $6, $7, $8)', [
        rows[0]?.organisation,
        idOf(ada),
        records.length,
        request,
        by,
        JSON.stringify(entry),
        records.at(-1)?.hash,
        entry.at,
      ]);
    });
  }

  async function grant(activity: 'E4' | 'E6', expiresAt: string): Promise<string> {
    const id = `o_${randomBytes(8).toString('hex')}`;
    const evidence = ['c_0000000000000001', 'c_0000000000000001', 'c_0000000000000002'].map((one, n) => ({
      case: one,
      context: 'SECRET-REPOSITORY',
      rater: n === 0 ? idOf(bo) : idOf(owner),
      level: 4 as const,
      agentErrorCaught: n === 0,
      hash: HASH,
      at: '2026-10-01T08:00:00.000Z',
    }));
    const request = { id, person: idOf(ada), activity, level: 4 as const, signer: idOf(dee), evidence, askedForDissent: [], dissents: [], at: NOW };
    await withClient(team.database.owner, async (client) => {
      await client.query(
        `insert into rounds.sign_off_request (id, organisation, person, activity, level, signer, evidence, state, at, decided_at)
          select $1, organisation, id, $2, 4, $3, $4, 'granted', $5, $5 from rounds.person where id = $6`,
        [id, activity, idOf(dee), JSON.stringify(evidence), NOW, idOf(ada)],
      );
    });
    await append({ type: 'granted', request, by: idOf(dee), expiresAt, at: NOW }, id, idOf(dee));
    return id;
  }

  const check = (badge: unknown, statusList: unknown = null, issuer: string | null = null): Promise<CheckedBadge> =>
    checkBadge(badge, { now, statusList, issuer });
  let signed: SignedBadge;
  let granted: string;

  it('are for whom they are about, and for nobody else, not even who signed', async () => {
    granted = await grant('E4', '2028-11-05T10:00:00.000Z');
    const path = `/api/team/credentials/sign-offs/${granted}`;
    const { status, body } = await get(ada, path);
    expect(status).toBe(200);
    signed = signedBadgeSchema.parse(body);
    for (const one of [owner, bo, dee, stranger]) {
      expect((await get(one, path)).status).toBe(404);
      expect((await get(one, '/api/team/credentials')).body).toEqual({ signedOff: [], programmes: [] });
    }
    expect((await get(undefined, path)).status).toBe(401);
    const { signedOff } = credentialListSchema.parse((await get(ada, '/api/team/credentials')).body);
    expect(signedOff).toMatchObject([{ id: granted, activity: 'E4', level: 4, signer: 'dee', state: 'holds' }]);
  });

  it('hold here and elsewhere, with the key that is published and the list that is published', async () => {
    expect(await verifyElsewhere(signed)).toEqual([]);
    const issuer = publishedIssuerSchema.parse((await get(undefined, new URL(signed.issuer.url ?? '').pathname)).body);
    expect(issuer).toMatchObject({ id: signed.issuer.id, name: 'acme', url: signed.issuer.url });
    const list = (await get(undefined, new URL(signed.credentialStatus?.statusListCredential ?? '').pathname)).body as object;
    expect(await verifyElsewhere(list)).toEqual([]);
    const checked = await check(signed, list, issuer.id);
    expect(checked.checks.filter(({ verdict }) => verdict === 'not checked').map(({ asked }) => asked)).toEqual(['holder', 'evidence']);
    expect(checked.holds).toBe(true);
  });

  it('name the person and who signed; evidence is a link and a hash, each case once', () => {
    const text = JSON.stringify(signed);
    for (const word of ['SECRET', '@', idOf(bo), idOf(owner), '"bo', 'Owner of'])
      expect([word, text.replaceAll('"@context"', '').includes(word)]).toEqual([word, false]);
    expect(signed.credentialSubject).toMatchObject({
      identifier: [{ identityHash: 'ada' }],
      narrative: expect.stringContaining('Signed off by dee') as string,
    });
    expect(signed.evidence).toHaveLength(2);
    expect(signed.evidence?.[0]).toMatchObject({ id: `${team.url}/team/cases/c_0000000000000001`, description: expect.stringContaining(HASH) as string });
  });

  it('are the same one each time, and two have places of their own', async () => {
    const again = signedBadgeSchema.parse((await get(ada, `/api/team/credentials/sign-offs/${granted}`)).body);
    expect([again.id, again.credentialStatus]).toEqual([signed.id, signed.credentialStatus]);
    const other = await grant('E6', '2028-11-05T10:00:00.000Z');
    const fetched = await Promise.all([1, 2].map(() => get(ada, `/api/team/credentials/sign-offs/${other}`)));
    const [one, two] = fetched.map(({ body }) => signedBadgeSchema.parse(body).credentialStatus?.statusListIndex);
    expect(two).toBe(one);
    expect(one).not.toBe(signed.credentialStatus?.statusListIndex);
  });

  it('are issued no more once reversed, and everybody can see that they were', async () => {
    await append({ type: 'reversed', request: granted, by: idOf(dee), why: 'New evidence came up.', at: NOW }, granted, idOf(dee));
    // The list is signed once a minute at most.
    now = new Date(Date.parse(NOW) + 61_000);
    expect((await get(ada, `/api/team/credentials/sign-offs/${granted}`)).status).toBe(409);
    expect(credentialListSchema.parse((await get(ada, '/api/team/credentials')).body).signedOff.find(({ id }) => id === granted)?.state).toBe('reversed');
    const list = (await get(undefined, new URL(signed.credentialStatus?.statusListCredential ?? '').pathname)).body;
    const checked = await check(signed, list);
    expect([checked.holds, checked.checks.find(({ asked }) => asked === 'reversal')?.words]).toEqual([false, 'It was reversed.']);
  });

  it('are issued no more once expired', async () => {
    const short = await grant('E6', '2026-11-06T00:00:00.000Z');
    expect((await get(ada, `/api/team/credentials/sign-offs/${short}`)).status).toBe(200);
    now = new Date('2026-11-07T00:00:00.000Z');
    expect((await get(ada, `/api/team/credentials/sign-offs/${short}`)).status).toBe(409);
  });

  it('of a year are for its preceptee once it is completed', async () => {
    const { programme } = await insertProgramme(team, { lead: idOf(owner), preceptee: idOf(ada), preceptor: idOf(bo), startsAt: '2025-10-01T00:00:00.000Z' });
    const path = `/api/team/credentials/programmes/${programme}`;
    expect((await get(ada, path)).status).toBe(404);
    await withClient(team.database.owner, (client) =>
      client.query(`update rounds.programme set state = 'completed', completed_at = '2026-10-30T00:00:00Z' where id = $1`, [programme]),
    );
    for (const one of [bo, owner, stranger]) expect((await get(one, path)).status).toBe(404);
    const badge = signedBadgeSchema.parse((await get(ada, path)).body);
    expect(badge).toMatchObject({ name: 'Software preceptorship', validFrom: '2026-10-30T00:00:00Z' });
    expect(badge.validUntil).toBeUndefined();
    expect(await verifyElsewhere(badge)).toEqual([]);
  });

  it('stand in the portfolio of their own machine, with who signed, and those that were reversed do not', async () => {
    const home = mkdtempSync(join(tmpdir(), 'rounds-parts-'));
    const made = (await (await (ada ?? expect.fail()).post('/api/team/tokens', { name: 'laptop' })).json()) as MadeToken;
    take(saveTeamFile(home, { url: team.url, token: made.token, tokenId: made.id }));
    const { signedLevels, programme, away } = await readTeamParts(home);
    expect(away).toBeNull();
    expect(signedLevels.map(({ activity, level, signer }) => [activity, level, signer])).toEqual([
      ['E6', 4, 'dee'],
      ['E6', 4, 'dee'],
    ]);
    expect(programme).toMatchObject({ startedAt: '2025-10-01T00:00:00.000Z', completedAt: '2026-10-30T00:00:00.000Z' });
    take(saveTeamFile(home, { url: 'http://127.0.0.1:9', token: made.token, tokenId: made.id }));
    expect(await readTeamParts(home)).toMatchObject({ signedLevels: [], away: expect.stringMatching(/./) as string });
    rmSync(home, { recursive: true });
  });

  it('are of no organisation that somebody made up, and no key is made for one', async () => {
    for (const name of ['nobody', '..', 'x'.repeat(80)]) {
      for (const what of ['issuer', 'reversed'])
        expect([400, 404]).toContain((await get(undefined, `/api/credentials/${encodeURIComponent(name)}/${what}`)).status);
    }
    expect(readdirSync(team.keyFolder).filter((name) => name.startsWith('issuer-'))).toHaveLength(1);
  });

  it('made no mistakes on the way', () => expect(team.bugs).toEqual([]));
});
