/** Sharing a moment in a real browser: a real repository, a team on loopback that gets the bytes. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { createScriptedTeam, startTeamServer } from '../contract/share/team-server.ts';
import { writeSession } from '../contract/server/write-session.ts';
import { expectAccessible } from './expect-accessible.ts';
import { createMachine, type Machine, type RunningRounds } from './start-rounds.ts';

const TOKEN = 'ghp_a8Kd03jfLs92kdjfA8s7d6f5g4h3j2k1l0Zx';
const folder = mkdtempSync(join(tmpdir(), 'rounds-share-e2e-'));
const repository = join(folder, 'shop');
const team = createScriptedTeam();
let far: Awaited<ReturnType<typeof startTeamServer>>;
let machine: Machine;
let rounds: RunningRounds;

test.beforeAll(async () => {
  mkdirSync(join(repository, 'src'), { recursive: true });
  writeFileSync(join(repository, 'src', 'total.ts'), 'export const total = (items: number[]) =>\n  return sum / items.length;\n');
  writeFileSync(join(repository, 'deploy.yml'), `api_token: ${TOKEN}\n`);
  writeFileSync(join(repository, '.env'), `PASSWORD=${TOKEN}\n`);
  // Today offers what is recent.
  const [before, startedAt] = [48, 1].map((hours) => new Date(Date.now() - hours * 3_600_000).toISOString());
  const env = { ...process.env, GIT_AUTHOR_DATE: before, GIT_COMMITTER_DATE: before };
  for (const args of [
    ['init', '-q'],
    ['add', '-f', '.'],
    ['-c', 'user.name=Maria', '-c', 'user.email=maria@example.org', 'commit', '-qm', 'Start'],
  ])
    execFileSync('git', args, { cwd: repository, env });
  const transcript = join(folder, 'session.jsonl');
  writeSession(transcript, {
    id: 'shop',
    cwd: repository,
    startedAt: startedAt ?? '',
    steps: [
      { prompt: `The total is wrong when the basket is empty. Please fix it. The token is ${TOKEN}, the project is Bluebird.` },
      { edit: 'src/total.ts', from: '  return sum / items.length;', to: '  return items.length === 0 ? 0 : sum / items.length;' },
      { say: 'Fixed: the total is right now and all tests pass.' },
      { prompt: 'No, that is wrong: an empty basket must raise an error, because the checkout relies on it.' },
      { say: 'You are right, I was wrong about that.' },
    ],
  });
  far = await startTeamServer(team);
  machine = createMachine([readFileSync(transcript, 'utf8')]);
  rounds = await machine.start();
});
test.afterAll(async () => {
  machine.remove();
  await far.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openShare(page: Page): Promise<void> {
  await page.goto(rounds.enter);
  await page.getByRole('article').first().getByRole('link').first().click();
  await page.getByRole('link', { name: 'Share it with your pair' }).click();
  await expect(page.getByRole('heading', { name: 'What would leave this machine' })).toBeVisible();
}

test('without a team the page shows everything and says how to log in', async ({ page }) => {
  await openShare(page);
  await expect(page.getByRole('note')).toContainText('rounds login');
  await expect(page.getByRole('button', { name: /^Share/ })).toBeDisabled();
  await expectAccessible(page);
  await page.goto(`${rounds.origin}/shared`);
  await expect(page.getByText('Nothing ever left this machine.')).toBeVisible();
  await expectAccessible(page);
});

test('what would leave is seen, adjusted, shared, listed and forgotten', async ({ page }) => {
  writeFileSync(join(machine.home, 'team.json'), JSON.stringify({ url: far.url, token: 'a-token', tokenId: 't' }), { mode: 0o600 });
  await openShare(page);
  const leaving = page.getByRole('region', { name: 'The case as it would leave' });
  await expect(page.getByText('Maria and Tom: Maria, Tom', { exact: false })).toBeVisible();
  await expect(leaving.getByText('[secret:github-token-1]').first()).toBeVisible();
  await expect(page.getByText(TOKEN)).toHaveCount(0);
  await expect(page.getByText('must raise an error')).toHaveCount(0);

  await page.getByLabel('Take out something else').fill('Bluebird');
  await page.keyboard.press('Enter');
  await expect(leaving.getByText('[secret:chosen-1]').first()).toBeVisible();
  await expect(leaving.getByText('Bluebird')).toHaveCount(0);
  await page.getByRole('listitem').filter({ hasText: '[secret:github-token-1]' }).getByRole('button', { name: 'It is no secret: keep it' }).click();
  await expect(leaving.getByText(TOKEN).first()).toBeVisible();
  await page.getByRole('button', { name: 'Take it out again' }).click();
  await expect(leaving.getByText(TOKEN)).toHaveCount(0);

  await page.getByText(/^\d+ files?, something taken out/).click();
  await page.getByRole('button', { name: /^deploy\.yml/ }).click();
  await expect(page.getByText('api_token:')).toBeVisible();
  await page.getByRole('button', { name: 'Open it. It shows how it ended.' }).click();
  await expect(page.getByRole('region', { name: 'What is sealed' })).toContainText('must raise an error');
  await expectAccessible(page);

  await expect(page.getByRole('button', { name: 'Share with Maria and Tom' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The log of what you shared')).toBeVisible();
  expect(team.posts).toHaveLength(1);
  const sent = Buffer.from(team.posts[0]?.bytes ?? []).toString();
  expect(sent).not.toContain(TOKEN);
  expect(sent).not.toContain('Bluebird');

  await page.getByRole('link', { name: 'The log of what you shared' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Maria and Tom: Maria, Tom' })).toContainText('Sent');
  await page.getByRole('button', { name: 'Forget', exact: true }).click();
  await page.getByRole('button', { name: 'Forget it for everyone' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Maria and Tom: Maria, Tom' })).toContainText('Forgotten');
  expect(team.forgotten).toEqual([...team.cases.values()]);
  await expectAccessible(page);
});

test('in the dark, on a small screen, it is all there', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 640 });
  await openShare(page);
  await expect(page.getByRole('region', { name: 'The case as it would leave' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);
});
