/** A comparison and a deconstruction for two: two people, two browsers, a team's server. What their owner's machine sends is given. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { startTeam, type RunningTeam } from './start-team.ts';

const PASSWORD = 'correct horse battery';
let team: RunningTeam;

test.beforeAll(async () => {
  team = await startTeam();
});
test.afterAll(() => team.stop());

const post = async <T>(page: Page, path: string, data: object): Promise<T> => {
  const response = await page.request.post(`${team.url}${path}`, { data, headers: { origin: team.url } });
  expect(response.ok(), `${path} answered ${response.status()}: ${await response.text()}`).toBe(true);
  return (response.status() === 204 ? null : await response.json()) as T;
};

const token = (link: string): string => new URL(link).hash.slice(1);
const hunk = (code: string) => ({
  oldStart: 1,
  oldLines: 1,
  newStart: 1,
  newLines: 1,
  lines: ['-export const last = undefined;', `+export const last = ${code};`],
});
const output = (letter: string, code: string) => ({ letter, files: [{ path: 'last.js', change: 'update', hunks: [hunk(code)] }], added: 1, removed: 1 });
const result = (letter: string, passed: boolean) => ({ letter, passed, failingTests: passed ? [] : ['finds the last'], command: 'npm test', durationMs: 5 });
const comparison = {
  comparison: { task: 'Give back the last item.', outputs: [output('A', 'at(-1)'), output('B', 'items[length]')] },
  withheld: {
    truth: {
      seed: 'a seed',
      base: 'b'.repeat(40),
      outputs: [
        { letter: 'A', ref: 'by-heron', commit: 'c'.repeat(40) },
        { letter: 'B', ref: 'by-otter', commit: 'd'.repeat(40) },
      ],
      results: [result('A', true), result('B', false)],
    },
  },
};
const [NEEDED, RIDDLE] = ['1a'.repeat(6), '2b'.repeat(6)];
const deconstruction = {
  deconstruction: {
    task: 'Retry when the server is busy.',
    suite: 'npm test',
    hunks: [
      { id: NEEDED, path: 'retry.js', hunk: hunk('retry()'), risk: 0.8, reasons: ['shared state, waiting or retrying'] },
      { id: RIDDLE, path: 'log.js', hunk: hunk('log()'), risk: 0.2, reasons: [] },
    ],
  },
  withheld: {
    truth: {
      range: 'main..retry',
      findings: [
        { id: NEEDED, finding: 'needed', failingTests: ['tries again'] },
        { id: RIDDLE, finding: 'unexplained', failingTests: [] },
      ],
    },
  },
};

test('two people rank blind, and take a change apart', async ({ browser }) => {
  test.setTimeout(180_000);
  const [ada, ben] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()];
  await post(ada, '/api/setup', { token: token(team.setUpLink), organisation: 'Mill', name: 'Ada', email: 'ada@example.org', password: PASSWORD });
  const { link } = await post<{ link: string }>(ada, '/api/team/invitations', { email: 'ben@example.org' });
  await post(ben, '/api/join', { token: token(link), name: 'Ben', password: PASSWORD });
  const { id: bensId } = (await (await ben.request.get(`${team.url}/api/me`)).json()) as { id: string };
  const { id: pair } = await post<{ id: string }>(ada, '/api/team/pairs', { name: 'Ada and Ben', people: [bensId] });
  const begin = async (kind: string, work: object): Promise<string> => {
    const { id } = await post<{ id: string }>(ada, '/api/team/cases', { version: 1, kind, pair, ...work });
    await ada.goto(`${team.url}/team/cases/${id}`);
    await expect(ada.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(ada);
    const round = await post<{ id: string }>(ada, '/api/team/rounds', { case: id, people: [bensId] });
    for (const page of [ada, ben]) await page.goto(`${team.url}/team/rounds/${round.id}`);
    return round.id;
  };

  await test.step('a comparison', async () => {
    await begin('comparison', comparison);
    for (const [page, [best, other], reason] of [
      [ada, ['A', 'B'], 'It reads past nothing.'],
      [ben, ['B', 'A'], 'It is shorter.'],
    ] as const) {
      await expect(page.getByRole('heading', { name: 'Give back the last item.' })).toBeVisible();
      await page.getByRole('button', { name: `${best} is best` }).click();
      await page.getByRole('button', { name: `${other} is next` }).click();
      await page.getByLabel('A passes, in percent').fill('80');
      await page.getByLabel('B passes, in percent').fill('40');
      await page.getByLabel('Why is the best the best?').fill(reason);
      await expectAccessible(page);
      expect(await page.content()).not.toMatch(/heron|otter/);
      await page.getByRole('button', { name: 'Seal' }).click();
      if (page === ada) {
        await expect(ada.getByText('Yours is in.')).toBeVisible();
        expect(await ben.content()).not.toContain('reads past');
      }
    }
    for (const page of [ada, ben]) {
      await expect(page.getByText('You differ on the best')).toBeVisible();
      await expect(page.getByText('by-heron')).toBeVisible();
      await expectAccessible(page);
    }
  });

  await test.step('a deconstruction', async () => {
    await begin('deconstruction', deconstruction);
    for (const [page, expected] of [
      [ada, 'a test fails'],
      [ben, 'no test fails'],
    ] as const) {
      for (const file of ['retry.js', 'log.js']) await page.getByRole('group', { name: file }).getByLabel(expected).check();
      await page.getByRole('button', { name: 'Seal' }).click();
    }
    for (const page of [ada, ben]) await expect(page.getByText('No test minds 1 hunk of 2.')).toBeVisible();
    await expectAccessible(ben);
    await ben.getByRole('textbox', { name: 'What it is for' }).fill('The nightly job reads it.');
    await ben.getByRole('button', { name: 'Say so' }).click();
    // Hers says so without a reload.
    await expect(ada.getByText('The nightly job reads it.')).toBeVisible();
    await expectAccessible(ada);
    await ada.getByRole('button', { name: 'Go on to the debrief' }).click();
    await expect(ada.getByLabel('What was right')).toBeVisible();
  });
});
