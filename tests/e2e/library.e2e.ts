/** The library on a team's server, by keyboard: looked through, a lesson's page, changed, published, asked about, and an answer kept. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { sampleCase } from '../contract/team/sample-case.ts';
import { expectAccessible } from './expect-accessible.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let server: ChildProcess;
let url: string;
let setUpLink: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rounds-library-'));
  mkdirSync(join(folder, 'home'));
  server = spawn(process.execPath, [join(root, 'bin', 'rounds.js'), 'serve', '--port', '0'], {
    cwd: join(folder, 'home'),
    env: { PATH: process.env['PATH'], HOME: join(folder, 'home'), ROUNDS_HOME: join(folder, 'rounds'), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, complained] = ['', ''];
  server.stderr?.on('data', (piece: Buffer) => (complained += piece.toString()));
  [url, setUpLink] = await new Promise<[string, string]>((resolve, reject) => {
    server.stdout?.on('data', (piece: Buffer) => {
      const [address, link] = (said += piece.toString()).match(/http:\/\/\S+(?=\n)/g) ?? [];
      if (address !== undefined && link !== undefined) resolve([address, link]);
    });
    server.once('exit', () => reject(new Error(`The team server ended. It said: ${complained}`)));
  });
});
test.afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

const post = async (page: Page, path: string, data: object): Promise<unknown> => {
  const response = await page.request.post(`${url}${path}`, { data, headers: { origin: url } });
  expect(response.ok(), `${path} answered ${response.status()}`).toBe(true);
  return response.status() === 204 ? null : response.json();
};

const STATE = { email: 'anna@example.org', password: 'correct horse battery' };
const anchor = {
  repository: 'example.org/team/books',
  path: 'src/ledger.ts',
  symbol: 'Ledger.append',
  startLine: 5,
  endLine: 6,
  contentHash: 'ab'.repeat(32),
  commit: 'c'.repeat(40),
};

test('from an empty library to a lesson that is changed, published, asked about, and an answer that is kept', async ({ page }) => {
  await post(page, '/api/setup', { token: new URL(setUpLink).hash.slice(1), organisation: 'Books', name: 'Anna', ...STATE });
  await page.goto(`${url}/library`);
  await expect(page.getByText('The first lesson comes out of a round.')).toBeVisible();
  await expectAccessible(page);

  const keep = (rule: string, reasoning: string, tags: string[], anchors: object[]) =>
    post(page, '/api/team/lessons', { lesson: { rule, reasoning, tags, anchors }, round: null, pair: null }) as Promise<{ id: string }>;
  const stale = await keep('Push the row before the total.', 'A reader may look in between: `total` is derived.', ['ledger'], [anchor]);
  await post(page, `/api/team/lessons/${stale.id}/stale`, { stale: [{ n: 0, commit: 'd'.repeat(40) }] });
  await keep('Serialise migrations with an advisory lock.', 'Two servers start at once.', ['startup'], []);

  await page.reload();
  const rows = page.getByRole('article');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Its code has changed. Does it still hold?');
  await expectAccessible(page);

  await page.keyboard.press('/');
  await page.keyboard.type('advisry');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Serialise migrations');
  await page.getByRole('searchbox').fill('kangaroo');
  await expect(page.getByText('No lesson matches.')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Code has changed' }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(new RegExp(`/lessons/${stale.id}$`));
  await expect(page.getByText('The code this holds to has changed.')).toBeVisible();
  await expect(page.getByText('Ledger.append')).toBeVisible();
  await expect(page.getByText(`rounds lessons --anchor ${stale.id}`)).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('e');
  await page.getByLabel('The rule').fill('short');
  await page.getByLabel('The rule').press('Control+Enter');
  await expect(page.getByText('Write one general rule, as a sentence.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('The rule').fill('Push first, then add <b>up</b>.');
  await page.getByLabel('The rule').press('Control+Enter');
  await expect(page.getByText('Push first, then add <b>up</b>.')).toBeVisible();

  await page.getByRole('button', { name: 'Publish to the team…' }).click();
  await page.getByRole('button', { name: 'Publish it' }).click();
  await expect(page.getByText('seen by the whole team')).toBeVisible();

  await page.getByLabel('Ask something').fill('Does it hold for deletions?');
  await page.getByLabel('Ask something').press('Control+Enter');
  await page.getByLabel('Answer', { exact: true }).fill('Delete the row after the total. Otherwise it is counted twice.');
  await page.getByLabel('Answer', { exact: true }).press('Control+Enter');
  await expect(page.getByText('Otherwise it is counted twice.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep as a lesson' }).click();
  await expect(page.getByLabel('The rule')).toHaveValue('Delete the row after the total.');
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await expect(page.getByText('Kept as a lesson.')).toBeVisible();
  await page.getByRole('button', { name: 'It is answered' }).click();
  await expect(page.getByText('Closed by Anna.')).toBeVisible();

  await page.getByRole('button', { name: 'Take it away: src/ledger.ts, lines 5 to 6' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take it away: src/ledger.ts, lines 5 to 6' }).press('Enter');
  await page.getByRole('button', { name: 'Take it away', exact: true }).press('Enter');
  await expect(page.getByText('None yet. Tie it to the lines it is about')).toBeVisible();
  await expect(page.getByText('The code this holds to has changed.')).toBeHidden();

  await page.getByRole('button', { name: 'Retire it' }).click();
  await expect(page.getByText('Retired. It is out of every list and export.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Retire it' }).click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('button', { name: 'Retire it' })).toBeVisible();
});

test('a case is shown to everyone, and a round of it withdrawn, each after asking; what is published is there for others', async ({ page, browser }) => {
  await post(page, '/api/auth/sign-in/email', STATE);
  const ben = await (await browser.newContext()).newPage();
  const invited = (await post(page, '/api/team/invitations', { email: 'ben@example.org' })) as { link: string };
  await post(ben, '/api/join', { token: new URL(invited.link).hash.slice(1), name: 'Ben', password: STATE.password });
  const { id: bens } = (await (await ben.request.get(`${url}/api/me`)).json()) as { id: string };
  await ben.goto(`${url}/library`);
  await expect(ben.getByRole('article')).toHaveCount(1);
  await expect(ben.getByRole('article')).toContainText('Push first, then add <b>up</b>.');

  const pair = (await post(page, '/api/team/pairs', { name: 'Anna and Ben', people: [bens] })) as { id: string };
  const shared = (await post(page, '/api/team/cases', sampleCase(pair.id, 'a queue'))) as { id: string };
  await page.goto(`${url}/team/cases/${shared.id}`);
  await page.getByRole('button', { name: 'Show it to everyone here' }).press('Enter');
  await expect(page.getByText('Everyone of your organisation may then see this case')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show it', exact: true }).press('Enter');
  await expect(page.getByText('Everyone here may see it.')).toBeVisible();

  const round = (await post(page, '/api/team/rounds', { case: shared.id, people: [bens] })) as { id: string };
  await ben.goto(`${url}/team/rounds/${round.id}`);
  await page.goto(`${url}/team/rounds/${round.id}`);
  await page.getByRole('button', { name: 'Withdraw the round' }).press('Enter');
  await expect(page.getByText('Withdraw it for everyone? What was sealed is never shown.')).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw', exact: true }).press('Enter');
  for (const one of [page, ben]) await expect(one.getByText('This round was withdrawn before the reveal.')).toBeVisible();
});

test('says what is wrong and goes on where the server is away, and fits a narrow window', async ({ page }) => {
  await post(page, '/api/auth/sign-in/email', STATE);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.route('**/api/team/lessons*', (route) => route.abort());
  await page.goto(`${url}/library`);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await page.unroute('**/api/team/lessons*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('article')).toHaveCount(3);
  const fits = (): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(await fits()).toBe(true);
  await page.getByRole('article').first().getByRole('link').click();
  await expect(page.getByText('The code it holds to')).toBeVisible();
  expect(await fits()).toBe(true);
  await page.goto(`${url}/lessons/l_0000000000000000`);
  await expect(page.getByText('There is no such lesson, or it is not shared with you.')).toBeVisible();
});
