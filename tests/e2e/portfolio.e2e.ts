import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import type { RoundView } from '../../src/model/api/rounds.ts';
import type { Today } from '../../src/model/api/today.ts';
import { writeSession } from '../contract/server/write-session.ts';
import { expectAccessible } from './expect-accessible.ts';
import { createMachine, type RunningRounds } from './start-rounds.ts';

const WAIT = 'await new Promise((resolve) => setTimeout(resolve, 500));';
const RULE = 'Wait for the <b>event</b>, not the clock.';
const folder = mkdtempSync(join(tmpdir(), 'rounds-portfolio-'));

function makeTranscript(): string {
  const failing = { run: 'npm test', prints: 'FAIL src/queue.test.ts\n  expected 3 jobs, got 2\nTests: 1 failed, 9 passed', fails: true };
  const lines = writeSession(join(folder, 'shop.jsonl'), {
    id: 'shop',
    cwd: '/home/you/shop',
    startedAt: new Date(Date.now() - 3_600_000).toISOString(),
    steps: [
      { prompt: 'The queue test fails now and then. Please fix it.' },
      failing,
      { edit: 'src/queue.ts', from: 'await queue.flush();', to: `await queue.flush();\n  ${WAIT}` },
      { say: 'I added a short wait so that the queue has time to settle. This fixes the race.' },
      failing,
      { prompt: 'It still fails. Wait for the event instead of sleeping.' },
      { edit: 'src/queue.ts', from: WAIT, to: "await once(queue, 'empty');" },
      { run: 'npm test', prints: 'Tests: 10 passed' },
    ],
  });
  return `${lines.join('\n')}\n`;
}

const machine = createMachine([makeTranscript()]);
let rounds: RunningRounds;
test.beforeAll(async () => {
  rounds = await machine.start();
});
test.afterAll(async () => {
  await machine.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** One round alone on the first moment of today, closed with one rule. */
async function playRound({ request }: Page): Promise<void> {
  const post = async (path: string, data?: object): Promise<unknown> => {
    const response = await request.post(`${rounds.origin}/api/rounds${path}`, { data });
    expect(response.ok(), await response.text()).toBe(true);
    return response.json();
  };
  const [moment] = ((await (await request.get(`${rounds.origin}/api/today`)).json()) as Today).moments;
  const { id, case: shown } = (await post('', { moment: moment?.id })) as RoundView;
  const proposition = shown.propositions[0]?.id;
  await post(`/${id}/seal`, { verdict: 'accept', lines: [], reason: 'It waits.', proposition, probability: 80, changeMyMind: '', knewOutcome: false });
  await post(`/${id}/debrief`);
  await post(`/${id}/close`, { generalRule: RULE, whatWasRight: 'Small.', nextTime: 'Ask what comes first.', uncertainties: '', changedMind: '' });
}

test('a portfolio holds what is ticked, looks as previewed, and needs nothing else', async ({ page, context }) => {
  await expect(async () => {
    await page.goto(rounds.enter);
    await expect(page.getByRole('article').first()).toBeVisible({ timeout: 2000 });
  }).toPass();
  await playRound(page);
  await page.goto(`${rounds.origin}/growth`);
  await page.getByRole('button', { name: 'Export portfolio' }).click();
  const preview = page.frameLocator('iframe[title="Preview of your portfolio"]');
  await expect(preview.getByText('Nothing was ticked.')).toBeVisible();

  await page.getByLabel('Your name, as you want it to stand there').fill('Ada');
  await page.getByRole('checkbox', { name: RULE }).check();
  await page.getByRole('checkbox', { name: /^Calibration/ }).check();
  await expect(preview.getByRole('heading', { name: 'Portfolio of Ada' })).toBeVisible();
  await expect(preview.getByText(RULE)).toBeVisible();
  await expect(preview.getByRole('heading', { name: 'Activities' })).toBeHidden();
  // It looks as it will: the frame has the style of the file.
  expect(await preview.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).fontFamily)).toContain('Georgia');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a page' }).click();
  const file = join(folder, 'saved.html');
  await (await saved).saveAs(file);
  expect(readFileSync(file, 'utf8')).not.toContain('<b>event');

  // No script runs in the frame, so axe would wait there for ever: what is in it is looked at below, as the file.
  await page.locator('iframe').evaluate((frame) => frame.remove());
  await expectAccessible(page);

  const alone = await context.newPage();
  const asked: string[] = [];
  alone.on('request', (request) => asked.push(request.url()));
  await context.setOffline(true);
  for (const colorScheme of ['light', 'dark'] as const) {
    await alone.emulateMedia({ colorScheme });
    await alone.goto(pathToFileURL(file).href);
    await expect(alone.getByText(RULE)).toBeVisible();
    await expectAccessible(alone);
  }
  await alone.setViewportSize({ width: 320, height: 800 });
  expect(await alone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await alone.emulateMedia({ media: 'print' });
  await expectAccessible(alone);
  expect(new Set(asked)).toEqual(new Set([pathToFileURL(file).href]));
  await context.setOffline(false);
});
