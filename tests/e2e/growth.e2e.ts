import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { RoundView } from '../../src/model/api/rounds.ts';
import type { Today } from '../../src/model/api/today.ts';
import { openJournal } from '../../src/journal/open-journal.ts';
import { makeCard } from '../../src/learning/recall/make-card.ts';
import { writeSession } from '../contract/server/write-session.ts';
import { expectAccessible } from './expect-accessible.ts';
import { createMachine, type RunningRounds } from './start-rounds.ts';

const WAIT = 'await new Promise((resolve) => setTimeout(resolve, 500));';

function makeTranscript(repository: string, hoursAgo: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-growth-'));
  const failing = { run: 'npm test', prints: 'FAIL src/queue.test.ts\n  expected 3 jobs, got 2\nTests: 1 failed, 9 passed', fails: true };
  const lines = writeSession(join(folder, 'session.jsonl'), {
    id: repository,
    cwd: `/home/you/${repository}`,
    startedAt: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(),
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

const machine = createMachine([makeTranscript('shop', 1), makeTranscript('bank', 30)]);
let rounds: RunningRounds;
test.beforeAll(async () => {
  rounds = await machine.start();
});
test.afterAll(machine.remove);

/** Pictures for people to look at, where a folder for them is named: wide and light, narrow and dark. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['ROUNDS_PICTURES'];
  if (folder === undefined) return;
  for (const [width, height, colorScheme] of [
    [1280, 900, 'light'],
    [360, 780, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: 'light' });
}

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

  const incidents = page.locator('details').filter({ hasText: 'Respond to an incident' }).first();
  await incidents.locator('summary').first().click();
  await incidents.getByText('Link notes of an incident').click();
  await incidents.getByLabel('Address of the notes').fill('https://wiki.example.org/incidents/17');
  await incidents.getByLabel('What you did in it').fill('Wrote the time line.');
  await incidents.getByRole('button', { name: 'Link it' }).click();
  await expect(incidents).toContainText('Linked by you');
  await expect(incidents).toContainText('https://wiki.example.org/incidents/17');
  // An address is text: nothing on this page leads there.
  await expect(page.locator('a[href*="wiki.example.org"]')).toHaveCount(0);
  await expectAccessible(page);
  await look(page, 'growth');

  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

/** Cards that were made some days ago: one asked through a case that nobody judged yet, one in its own words. */
function makeCards(): void {
  const opened = openJournal({ home: machine.home });
  if (!opened.ok) throw new Error(opened.problem.what);
  const journal = opened.value;
  const judged = new Set<string>(journal.rounds.list().map(({ moment }) => moment));
  const left = journal.moments.list(100, 0).find(({ moment }) => !judged.has(moment.id) && moment.concepts.length > 0);
  for (const [index, concept] of [left?.moment.concepts[0] ?? 'happens-before', 'idempotency'].entries())
    journal.recallCards.addMissing(
      makeCard({
        source: { type: 'round', id: `r_${index}` },
        concepts: [concept],
        misconception: null,
        rule: `Rule ${index}: wait for the event, not the clock.`,
        moment: null,
        context: 'farm',
        createdAt: new Date(Date.now() - (20 - index) * 86_400_000).toISOString(),
      }),
    );
  journal.close();
}

test('rules come back one at a time, by keyboard, and it ends pleasantly', async ({ page }) => {
  await page.goto(rounds.enter);
  await page.goto(`${rounds.origin}/recall`);
  await expect(page.getByText('Nothing is due today.')).toBeVisible();
  await expectAccessible(page);
  await look(page, 'recall-empty');

  makeCards();
  await page.goto(rounds.origin);
  await page.getByRole('region', { name: 'Recall' }).getByRole('link', { name: 'Recall' }).click();
  await expect(page.getByText('1 of 2 today')).toBeVisible();
  await expect(page.getByText('Here is another case of yours.')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Rule 0');
  await expectAccessible(page);
  await look(page, 'recall-asked');
  await page.keyboard.press('3');
  await expect(page.locator('main')).not.toContainText('Rule 0');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('Rule 0');
  await expect(page.getByRole('group', { name: 'Did it come back?' })).toBeVisible();
  await expectAccessible(page);
  await look(page, 'recall-turned');
  await page.keyboard.press('3');
  await expect(page.getByText('It comes back in 3 days. It was a transfer')).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(page.getByText('2 of 2 today')).toBeVisible();
  await page.getByRole('button', { name: 'Show the rule' }).click();
  await page.getByRole('button', { name: 'Put it away, ask no more' }).click();
  await expect(page.getByText('Done for today.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Which rule did you keep about idempotency')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('Rule 1');
  await page.keyboard.press('1');
  await expect(page.getByText('It comes back in 1 day. It was a delayed recall')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Done for today.')).toBeVisible();
  await expectAccessible(page);
  await look(page, 'recall-done');

  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.goto(rounds.origin);
  await expect(page.getByRole('region', { name: 'Recall' })).toHaveCount(0);
});
