import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { RoundView } from '../../src/model/api/rounds.ts';
import type { Today } from '../../src/model/api/today.ts';
import { writeSession } from '../contract/server/write-session.ts';
import { expectAccessible } from './expect-accessible.ts';
import { createMachine, type RunningRounds } from './start-rounds.ts';

const WAIT = 'await new Promise((resolve) => setTimeout(resolve, 500));';

function makeTranscript(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-growth-'));
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
  rmSync(folder, { recursive: true });
  return `${lines.join('\n')}\n`;
}

const machine = createMachine([makeTranscript()]);
let rounds: RunningRounds;
test.beforeAll(async () => {
  rounds = await machine.start();
});
test.afterAll(machine.remove);

/** One round alone on each moment of today, expecting each time that the change holds. */
async function playRounds({ request }: Page): Promise<void> {
  const post = async (path: string, data?: object): Promise<unknown> => {
    const response = await request.post(`${rounds.origin}/api/rounds${path}`, { data });
    expect(response.ok(), await response.text()).toBe(true);
    return response.json();
  };
  const today = (await (await request.get(`${rounds.origin}/api/today`)).json()) as Today;
  for (const { id: moment } of today.moments) {
    const { id, case: shown } = (await post('', { moment })) as RoundView;
    const proposition = shown.propositions.find(({ text }) => text.includes('With the wait in place')) ?? shown.propositions[0];
    const judgement = {
      verdict: 'accept',
      lines: [],
      reason: 'It waits.',
      proposition: proposition?.id,
      probability: 80,
      changeMyMind: '',
      knewOutcome: false,
    };
    await post(`/${id}/seal`, judgement);
    await post(`/${id}/debrief`);
    const debrief = {
      generalRule: 'Wait for the event, not the clock.',
      whatWasRight: 'Small.',
      nextTime: 'Ask what comes first.',
      uncertainties: '',
      changedMind: '',
    };
    await post(`/${id}/close`, debrief);
  }
}

test('growth is empty until a round is closed, and then shows what is behind everything it says', async ({ page }) => {
  await expect(async () => {
    await page.goto(rounds.enter);
    await expect(page.getByRole('article').first()).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.getByRole('link', { name: 'Growth' }).click();
  await expect(page.getByText('Growth is made of the rounds you close.')).toBeVisible();
  await expectAccessible(page);

  await playRounds(page);
  await page.reload();
  const belief = page.getByRole('article', { name: 'A sleep or a retry fixes a race.' });
  await expect(belief).toContainText('Suspected');
  await expect(belief).toContainText('What you expected');
  await expect(page.getByRole('table')).toContainText('80 to 90 %');
  await expectAccessible(page);

  await belief.getByRole('button', { name: 'Answer it' }).click();
  await belief.getByLabel('Your answer, in your own words').fill('I thought half a second is always enough.');
  await belief.getByRole('button', { name: 'That is what I thought' }).click();
  await expect(belief).toContainText('Confirmed, in your own words');
  await belief.getByRole('button', { name: 'Contest it' }).click();
  await belief.getByLabel('Why it is not so').fill('I mistyped the chance.');
  await belief.getByRole('button', { name: 'Contest it' }).click();
  await expect(belief).toContainText('Contested: I mistyped the chance.');

  const activity = page.locator('details').filter({ hasText: 'Judge and accept or refuse' }).last();
  await activity.locator('summary').click();
  await activity.getByLabel('Level').selectOption('3');
  await activity.getByRole('button', { name: 'Keep it' }).click();
  await expect(activity).toContainText('How it was done: 1. How the next may be done: 0.');
  await expectAccessible(page);

  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
