/** Sharing, its log and forgetting, against a team that is sometimes away. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetCase, forgetWaiting } from '../../../src/app/share/forget-case.ts';
import { listShared } from '../../../src/app/share/list-shared.ts';
import { previewCase } from '../../../src/app/share/preview-case.ts';
import { shareCase } from '../../../src/app/share/share-case.ts';
import { showToday } from '../../../src/app/show-today.ts';
import { openJournal } from '../../../src/journal/open-journal.ts';
import { shareChoicesSchema } from '../../../src/model/api/share.ts';
import type { MomentId } from '../../../src/model/moment.ts';
import type { Problem } from '../../../src/model/problem.ts';
import type { Result } from '../../../src/model/result.ts';
import { makeShop, type Shop } from './make-shop.ts';
import { createScriptedTeam, PAIR, type ScriptedTeam } from './team-server.ts';

let shop: Shop;
let team: ScriptedTeam;
beforeEach(async () => {
  shop = await makeShop();
  team = createScriptedTeam();
});
afterEach(() => shop.remove());

function take<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(`${result.problem.what} ${result.problem.why}`);
  return result.value;
}
const preview = async (choices: object = {}) => take(await previewCase(shop.app, team, shop.moment.id, shareChoicesSchema.parse(choices)));
const log = () => take(listShared(shop.app)).items;
const tagOf = (result: Result<unknown, Problem>): string | null => (result.ok ? null : result.problem.tag);

test('sends exactly the bytes that were previewed, and says to whom', async () => {
  const { view, bytes } = await preview();
  expect(view).toMatchObject({ to: { host: team.host, pair: PAIR }, hindrance: null });
  const shared = take(await shareCase(shop.app, team, view.digest));
  expect(team.posts).toHaveLength(1);
  expect(bytes.equals(team.posts[0]?.bytes ?? Buffer.alloc(0))).toBe(true);
  expect(log()).toMatchObject([
    {
      what: 'case',
      host: team.host,
      to: 'Maria and Tom: Maria, Tom',
      bytes: bytes.length,
      digest: view.digest,
      case: shared.caseId,
      state: 'sent',
      moment: shop.moment.id,
    },
  ]);
  expect(readdirSync(join(shop.home, 'previews'))).toEqual([]);
});

test('sends nothing that was not previewed, or is not what was previewed any more', async () => {
  expect(tagOf(await shareCase(shop.app, team, 'f'.repeat(64)))).toBe('conflict');
  const { view } = await preview();
  const file = join(shop.home, 'previews', `${view.digest}.json`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, readFileSync(file, 'utf8').replace('basket', 'casket'));
  expect(tagOf(await shareCase(shop.app, team, view.digest))).toBe('conflict');
  const other = await preview({ fix: 'main' });
  expect(tagOf(await shareCase(shop.app, createScriptedTeam('elsewhere.example.org'), other.view.digest))).toBe('conflict');
  expect(tagOf(await shareCase(shop.app, null, other.view.digest))).toBe('not-allowed');
  expect(team.posts).toEqual([]);
  expect(log()).toEqual([]);
});

test('shares once, however often it is asked: after an answer, and after one that was lost', async () => {
  const { view } = await preview();
  team.mood = 'deaf';
  expect(tagOf(await shareCase(shop.app, team, view.digest))).toBe('cannot-reach');
  expect(log()).toMatchObject([{ state: 'unknown', case: null }]);
  team.mood = 'well';
  const one = take(await shareCase(shop.app, team, view.digest));
  const again = take(await shareCase(shop.app, team, (await preview()).view.digest));
  expect(again).toEqual(one);
  expect(team.cases.size).toBe(1);
  expect(new Set(team.posts.map(({ digest }) => digest)).size).toBe(1);
  expect(log()).toHaveLength(1);
  expect((await preview()).view.shared).toMatchObject([{ id: one.caseId, digest: view.digest }]);
});

test('a preview works without a team and without a network, and says what is missing', async () => {
  const offline = take(await previewCase(shop.app, null, shop.moment.id, shareChoicesSchema.parse({})));
  expect(offline.view.hindrance).toContain('rounds login');
  team.mood = 'down';
  expect((await preview()).view).toMatchObject({ to: null, hindrance: 'The team server cannot be reached.' });
  team.mood = 'well';
  team.pairs = [PAIR, { ...PAIR, id: 'g_00000000000000bb' as typeof PAIR.id, name: 'Other' }];
  expect((await preview()).view).toMatchObject({ to: null, hindrance: 'Choose the pair that shall see it.' });
  expect((await preview({ pair: 'g_00000000000000bb' })).view.to?.pair.name).toBe('Other');
});

test('forgetting leaves a tombstone without content, and goes on asking a team that was away', async () => {
  const { id } = take(await shareCase(shop.app, team, (await preview()).view.digest));
  team.mood = 'down';
  expect(tagOf(await forgetCase(shop.app, team, id))).toBe('cannot-reach');
  expect(log()).toMatchObject([{ state: 'forgetting' }]);
  expect(take(await forgetWaiting(shop.app, team))).toBe(1);
  team.mood = 'well';
  expect(take(await forgetWaiting(shop.app, team))).toBe(0);
  expect(team.forgotten).toEqual(['c_0000000000000001']);
  expect(log()).toMatchObject([{ state: 'forgotten', forgottenAt: '2026-03-03T10:00:00.000Z', moment: null, case: 'c_0000000000000001' }]);
  expect(shop.app.journal.sharedCases.get(id)?.content).toBeNull();
  expect(take(await forgetCase(shop.app, team, id)).forgottenAt).not.toBeNull();
  expect(team.forgotten).toHaveLength(1);
});

test('what may have arrived can be forgotten too: its bytes tell which case they became', async () => {
  const { view } = await preview();
  team.mood = 'deaf';
  await shareCase(shop.app, team, view.digest);
  const [row] = shop.app.journal.sharedCases.list();
  team.mood = 'well';
  take(await forgetCase(shop.app, team, row?.id ?? 0));
  expect(team.forgotten).toEqual([...team.cases.values()]);
  expect(log()).toMatchObject([{ state: 'forgotten' }]);
});

test('what was forgotten can be shared anew, as another entry', async () => {
  const { id } = take(await shareCase(shop.app, team, (await preview()).view.digest));
  take(await forgetCase(shop.app, team, id));
  team.cases.clear();
  take(await shareCase(shop.app, team, (await preview()).view.digest));
  expect(log().map(({ state }) => state)).toEqual(expect.arrayContaining(['sent', 'forgotten']));
});

const offered = () => take(showToday(shop.app)).moments.map(({ id }) => id);
const share = async (moment: MomentId) =>
  take(await shareCase(shop.app, team, take(await previewCase(shop.app, team, moment, shareChoicesSchema.parse({}))).view.digest));

test('what was shared is not offered today any more', async () => {
  const [first] = offered();
  if (!first) throw new Error('nothing was offered');
  await share(first);
  expect(offered()).not.toContain(first);
});

test('what was shared before it was ever offered is not offered', async () => {
  for (const { moment } of shop.app.journal.moments.listSince('2000-01-01T00:00:00.000Z', false)) await share(moment.id);
  expect(offered()).toEqual([]);
});

test('the log is there after a restart, and when the sessions are gone', async () => {
  const { digest } = take(await shareCase(shop.app, team, (await preview()).view.digest));
  rmSync(join(shop.home, '..', 'sessions'), { recursive: true });
  const other = openJournal({ home: shop.home });
  if (!other.ok) throw new Error(other.problem.what);
  expect(take(listShared({ journal: other.value })).items).toMatchObject([{ digest, state: 'sent' }]);
  other.value.close();
});
