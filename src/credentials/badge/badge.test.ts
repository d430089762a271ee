import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgeSchema, signedBadgeSchema, type Badge, type SignedOff } from '../../model/credential.ts';
import { checkBadge, type CheckedBadge } from './check-badge.ts';
import { frameActivityBadge, frameCompletionBadge } from './frame-badge.ts';
import { createOfflineDocuments } from './offline-documents.ts';
import { createIssuerKey } from './sign-credential.ts';
import { frameStatusList, isMarked, STATUS_PLACES, toStatusEntry } from './status-list.ts';
import { verifyElsewhere } from './testing/verify-elsewhere.ts';

const NOW = new Date('2026-11-05T10:00:00.000Z');
const URL_OF_LIST = 'https://rounds.example.org/api/credentials/reversed';
const PLACE = 4711;
const issuer = await createIssuerKey(new Uint8Array(32).fill(7));
const stranger = await createIssuerKey(new Uint8Array(32).fill(8));

const signedOff: SignedOff = {
  person: 'Ada <b>L</b> "\\u202e',
  activity: 'E4',
  level: 4,
  signer: 'Dee',
  signedAt: '2026-11-01T00:00:00.000Z',
  expiresAt: '2028-11-01T00:00:00.000Z',
  evidence: [0, 1].map((n) => ({ link: `https://rounds.example.org/cases/c_${n}`, hash: String(n).repeat(64), at: '2026-10-01T08:00:00.000Z' })),
};
const frame = (id = issuer.id) => ({
  id: 'urn:uuid:0b5ef2a4-6c9a-4a4e-8d30-0dbb0e0e5d11',
  issuer: { id, name: 'Acme', url: 'https://rounds.example.org' },
  status: toStatusEntry(URL_OF_LIST, PLACE),
});
const activityBadge = (over: Partial<SignedOff> = {}): Badge =>
  frameActivityBadge({ ...frame(), signedOff: { ...signedOff, ...over }, levelText: 'Refuses plausible wrong work.' });
const completed = { person: 'Ada', lead: 'Lee', startedAt: '2025-11-01T00:00:00.000Z', completedAt: '2026-11-01T00:00:00.000Z' };
const completionBadge = frameCompletionBadge({ ...frame(), completed });
const signed = await issuer.sign(activityBadge(), NOW);

const check = (given: unknown, over: { now?: Date; statusList?: unknown; issuer?: string | null } = {}): Promise<CheckedBadge> =>
  checkBadge(given, { now: NOW, statusList: null, issuer: null, ...over });
const verdictOf = ({ checks }: CheckedBadge, asked: string): string | undefined => checks.find((one) => one.asked === asked)?.verdict;
const listOf = (reversed: readonly number[], { key = issuer, now = NOW } = {}) =>
  key.sign(frameStatusList({ url: URL_OF_LIST, issuer: key.id, reversed, now }), now);

describe('a badge', () => {
  it.each([
    ['an activity at a level', signed],
    ['the completed programme', issuer.sign(completionBadge, NOW)],
    ['the list of reversals', listOf([PLACE])],
  ])('of %s holds for a library that shares no code with the one that signed', async (_what, one) => {
    expect(await verifyElsewhere(await one)).toEqual([]);
  });

  it('holds, and says what was not checked', async () => {
    const checked = await check(signed);
    expect(checked.holds).toBe(true);
    expect(checked.checks.map(({ asked, verdict }) => `${asked}: ${verdict}`)).toEqual([
      'form: holds',
      'signature: holds',
      'dates: holds',
      'reversal: not checked',
      'issuer: not checked',
      'holder: not checked',
      'evidence: not checked',
    ]);
  });

  it('has what the schemas require, its dates and its evidence as links and hashes alone', () => {
    expect(signedBadgeSchema.parse(signed)).toEqual(signed);
    expect(badgeSchema.parse(completionBadge)).not.toHaveProperty('validUntil');
    expect(signed).toMatchObject({ validFrom: '2026-11-01T00:00:00Z', validUntil: '2028-11-01T00:00:00Z' });
    expect(Object.keys(signed.evidence?.[0] ?? {})).toEqual(['id', 'type', 'name', 'description']);
  });

  it('is the same for the same seed, and another for another', async () => {
    expect((await createIssuerKey(new Uint8Array(32).fill(7))).id).toBe(issuer.id);
    expect(stranger.id).not.toBe(issuer.id);
    expect(await issuer.sign(activityBadge(), NOW)).toEqual(signed);
  });
});

describe('refused, here and elsewhere', () => {
  /** Every text in a badge that its signature has to cover, the proof's own included. */
  const paths = listTexts(signed).filter((path) => path[0] !== '@context' && !path.includes('type'));

  it('an altered byte anywhere in what it says', async () => {
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const altered = alter(signed, path);
      expect([path.join('.'), (await check(altered)).holds]).toEqual([path.join('.'), false]);
    }
  });

  it('an altered byte anywhere, for the other library', async () => {
    for (const path of paths) expect([path.join('.'), (await verifyElsewhere(alter(signed, path))).length > 0]).toEqual([path.join('.'), true]);
  });

  it('a statement added, or taken away', async () => {
    expect((await check({ ...signed, description: 'and at level 5' })).holds).toBe(false);
    expect((await check({ ...signed, madeUp: 'a term of no context' })).holds).toBe(false);
    const { validUntil: _, ...endless } = signed;
    expect((await check(endless)).holds).toBe(false);
    expect(await verifyElsewhere(endless)).not.toEqual([]);
  });

  it("somebody else's key: claimed, put in its place, or of a list", async () => {
    const claimed = await stranger.sign(activityBadge(), NOW);
    expect(verdictOf(await check(claimed), 'signature')).toBe('fails');
    expect(await verifyElsewhere(claimed)).not.toEqual([]);
    const own = await stranger.sign({ ...activityBadge(), issuer: { ...activityBadge().issuer, id: stranger.id } }, NOW);
    expect(verdictOf(await check(own), 'signature')).toBe('holds');
    expect((await check(own, { issuer: issuer.id })).holds).toBe(false);
    expect((await check(signed, { issuer: issuer.id })).checks.find(({ asked }) => asked === 'issuer')?.verdict).toBe('holds');
    expect(verdictOf(await check(signed, { statusList: await listOf([], { key: stranger }) }), 'reversal')).toBe('not checked');
  });

  it('one that expired, or does not hold yet', async () => {
    const expired = await check(signed, { now: new Date('2028-11-01T00:00:00Z') });
    expect([expired.holds, verdictOf(expired, 'dates'), verdictOf(expired, 'signature')]).toEqual([false, 'fails', 'holds']);
    expect((await check(signed, { now: new Date('2026-10-31T23:59:59Z') })).holds).toBe(false);
  });

  it('one that was reversed, even by a list that is old', async () => {
    const reversed = await check(signed, { statusList: await listOf([3, PLACE]) });
    expect([reversed.holds, verdictOf(reversed, 'reversal')]).toEqual([false, 'fails']);
    const old = await check(signed, { statusList: await listOf([PLACE], { now: new Date('2026-01-01T00:00:00Z') }) });
    expect(old.holds).toBe(false);
  });

  it('a list that is altered, old, or another, as an answer', async () => {
    expect(verdictOf(await check(signed, { statusList: await listOf([PLACE + 1]) }), 'reversal')).toBe('holds');
    const honest = await listOf([PLACE]);
    const { encodedList } = (await listOf([])).credentialSubject;
    const emptied = { ...honest, credentialSubject: { ...honest.credentialSubject, encodedList } };
    const old = await listOf([], { now: new Date('2026-01-01T00:00:00Z') });
    for (const statusList of [emptied, old, { ...honest, id: `${URL_OF_LIST}2` }, signed, 'a text', []]) {
      expect(verdictOf(await check(signed, { statusList }), 'reversal')).toBe('not checked');
    }
  });

  it.each([
    ['nothing', null],
    ['no badge', { type: 'Person' }],
    ['an unsigned one', activityBadge()],
    ['one of nobody', { ...signed, credentialSubject: { ...signed.credentialSubject, identifier: undefined } }],
    ['version 1 of the data model', { ...signed, '@context': ['https://www.w3.org/2018/credentials/v1', ...signed['@context'].slice(1)] }],
  ])('%s', async (_what, given) => {
    const checked = await check(given);
    expect([checked.holds, verdictOf(checked, 'form')]).toEqual([false, 'fails']);
  });

  it('nothing is fetched: a context or a key that does not come with Rounds is not checked', async () => {
    const foreign = await check({ ...signed, '@context': [...signed['@context'], 'https://evil.example/context.json'] });
    expect([foreign.holds, verdictOf(foreign, 'signature')]).toEqual([false, 'not checked']);
    const method = 'did:web:acme.example#key';
    const web = await check({
      ...signed,
      issuer: { ...signed.issuer, id: 'did:web:acme.example' },
      proof: [{ ...signed.proof[0], verificationMethod: method }],
    });
    expect([web.holds, verdictOf(web, 'signature')]).toEqual([false, 'not checked']);
    await expect(createOfflineDocuments().load('https://www.w3.org/')).rejects.toThrow('nothing is fetched');
  });
});

describe('the list of reversals', () => {
  it('marks the places it was given and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(STATUS_PLACES - 1), { maxLength: 40 }), fc.nat(STATUS_PLACES - 1), (reversed, place) => {
        const list = frameStatusList({ url: URL_OF_LIST, issuer: issuer.id, reversed, now: NOW });
        expect(isMarked(list, place)).toBe(reversed.includes(place));
        for (const one of reversed) expect(isMarked(list, one)).toBe(true);
      }),
    );
  });

  it('has the first place leftmost, and none behind its end', () => {
    const list = frameStatusList({ url: URL_OF_LIST, issuer: issuer.id, reversed: [0], now: NOW });
    expect([0, 7, 8, STATUS_PLACES].map((place) => isMarked(list, place))).toEqual([true, false, false, null]);
  });
});

function listTexts(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === 'string') return [[...path]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => listTexts(inner, [...path, name]));
}

/** With the last byte of one text changed. */
function alter(value: object, path: readonly string[]): object {
  const copy = structuredClone(value) as Record<string, unknown>;
  let inner: Record<string, unknown> = copy;
  for (const name of path.slice(0, -1)) inner = inner[name] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  const text = String(inner[last]);
  inner[last] = `${text.slice(0, -1)}${text.endsWith('1') ? '2' : '1'}`;
  return copy;
}
