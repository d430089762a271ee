/** A week of two people in two browsers: the page in its order, a project that closes with its deconstruction, time and meetings. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { startTeam, type RunningTeam } from './start-team.ts';

const PASSWORD = 'correct horse battery';
const FOCUS = 'Say what would prove it before asking the agent.';
let team: RunningTeam;

test.beforeAll(async () => {
  team = await startTeam();
});
test.afterAll(() => team.stop());

const send = async <T>(page: Page, method: 'POST' | 'PUT', path: string, data: object): Promise<T> => {
  const response = await page.request.fetch(`${team.url}${path}`, { method, data, headers: { origin: team.url } });
  expect(response.ok(), `${path} answered ${response.status()}: ${await response.text()}`).toBe(true);
  return (response.status() === 204 ? null : await response.json()) as T;
};
const token = (link: string): string => new URL(link).hash.slice(1);
const idOf = async (page: Page): Promise<string> => ((await (await page.request.get(`${team.url}/api/me`)).json()) as { id: string }).id;

interface Programme {
  readonly id: string;
  readonly pair: string;
  readonly plan: { readonly version: number };
}

/** Ada leads the cohort and is Ben's preceptor: somebody may be both. */
async function beginYear(ada: Page, ben: Page): Promise<Programme> {
  await send(ada, 'POST', '/api/setup', { token: token(team.setUpLink), organisation: 'Mill', name: 'Ada', email: 'ada@example.org', password: PASSWORD });
  const { link } = await send<{ link: string }>(ada, 'POST', '/api/team/invitations', { email: 'ben@example.org' });
  await send(ben, 'POST', '/api/join', { token: token(link), name: 'Ben', password: PASSWORD });
  const startsAt = new Date().toISOString();
  const cohort = await send<{ id: string }>(ada, 'POST', '/api/team/cohorts', { name: 'Spring' });
  const people = { preceptee: await idOf(ben), preceptor: await idOf(ada) };
  const { id } = await send<Programme>(ada, 'POST', '/api/team/programmes', { cohort: cohort.id, ...people, area: 'payments', startsAt });
  const path = `/api/team/programmes/${id}`;
  const plan = { goal: 'Ship alone.', owner: 'Ada', policyUrl: 'https://example.org/p', protectedHoursAWeek: 5, firstMeetingAt: startsAt, onVersion: 1 };
  const saved = await send<Programme>(ada, 'PUT', `${path}/plan`, plan);
  for (const page of [ada, ben]) await send(page, 'POST', `${path}/agree`, { version: saved.plan.version });
  return send<Programme>(ada, 'POST', `${path}/move`, { action: 'start' });
}

const [NEEDED, RIDDLE] = ['1a'.repeat(6), '2b'.repeat(6)];
const hunk = { oldStart: 6, oldLines: 1, newStart: 7, newLines: 1, lines: ['-parse(text);', '+parse(text.trim());'] };
const deconstruction = (pair: string) => ({
  version: 1,
  kind: 'deconstruction',
  pair,
  deconstruction: {
    task: 'Parse prices in two currencies.',
    suite: 'npm test',
    hunks: [
      { id: NEEDED, path: 'price.js', hunk, risk: 0.8, reasons: [] },
      { id: RIDDLE, path: 'log.js', hunk, risk: 0.2, reasons: [] },
    ],
  },
  withheld: {
    truth: {
      range: 'main..prices',
      findings: [
        { id: NEEDED, finding: 'needed', failingTests: ['parses'] },
        { id: RIDDLE, finding: 'unexplained', failingTests: [] },
      ],
    },
  },
});

/** Shared by Ben, and taken apart by both. */
async function takeApart(ada: Page, ben: Page, pair: string): Promise<string> {
  const shared = await send<{ id: string }>(ben, 'POST', '/api/team/cases', deconstruction(pair));
  const round = await send<{ id: string }>(ben, 'POST', '/api/team/rounds', { case: shared.id, people: [await idOf(ada)] });
  const predictions = { [NEEDED]: { expects: 'nothing' }, [RIDDLE]: { expects: 'nothing' } };
  for (const page of [ben, ada]) await send(page, 'POST', `/api/team/rounds/${round.id}/seal`, { predictions, reason: 'Seen once.', knewOutcome: false });
  return round.id;
}

const fill = async (page: Page, texts: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label).fill(text);
};

const expectNarrow = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 800 });
};

test('two people go through their week', async ({ browser }) => {
  test.setTimeout(240_000);
  const [ada, ben] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()];
  const { pair } = await beginYear(ada, ben);

  await test.step('the preceptee writes first, and a draft is nobody else’s', async () => {
    for (const page of [ada, ben]) await page.goto(`${team.url}/pair`);
    await expect(ada.getByRole('heading', { name: 'Ben writes first' })).toBeVisible();
    await expect(ben.getByRole('heading', { name: 'Write your half of the page' })).toBeVisible();
    for (const page of [ada, ben]) await expectAccessible(page);
    await fill(ben, { 'What went well': 'The rollback was ready.', 'The hardest moment': 'Reading the lock.' });
    await ben.reload();
    await expect(ben.getByLabel('What went well')).toHaveValue('The rollback was ready.');
    await ben.getByRole('button', { name: 'Hand in my half' }).click();
    await expect(ben.getByLabel('What I would do differently')).toBeFocused();
    await expect(ada.getByText('The rollback was ready.')).toHaveCount(0);
    await fill(ben, { 'What I would do differently': 'Ask sooner.', 'What I want to work on next': 'Proof before code.' });
    await ben.keyboard.press('Control+Enter');
    await expect(ben.getByRole('heading', { name: 'Ada answers next' })).toBeVisible();
  });

  await test.step('the other answers without a reload, and both agree on the same words', async () => {
    await expect(ada.getByRole('heading', { name: 'Answer with your half' })).toBeVisible();
    await expect(ada.getByText('The rollback was ready.')).toBeVisible();
    await ada.keyboard.press('n');
    await expect(ada.getByLabel('What I saw')).toBeFocused();
    await fill(ada, { 'What I saw': 'You stopped the agent.', 'What I want to see next': 'A test first.', 'What I change myself': 'I wait longer.' });
    await ada.getByRole('button', { name: 'Hand in my half' }).click();
    await expect(ben.getByText('You stopped the agent.')).toBeVisible();
    await ben.getByLabel('The focus until the next page').fill(FOCUS);
    await ben.getByRole('button', { name: 'Propose it' }).click();
    await expect(ada.getByRole('heading', { name: 'Ben proposes a focus' })).toBeVisible();
    await expectAccessible(ada);
    await ada.getByRole('button', { name: 'Agree to these words' }).click();
    for (const page of [ada, ben]) await expect(page.getByRole('heading', { name: 'This page is done' })).toBeVisible();
    await ben.goto(`${team.url}/`);
    await expect(ben.getByRole('region', { name: 'This week’s focus, with Ada' })).toContainText(FOCUS);
    await ben.getByRole('link', { name: 'Your page with Ada' }).click();
    await expect(ben.getByRole('heading', { name: 'You and Ada' })).toBeVisible();
  });

  await test.step('a project closes once no hunk is left', async () => {
    await ben.getByRole('button', { name: 'Begin a project' }).click();
    await fill(ben, { Name: 'Two currencies', 'What is to be learned': 'Change a parser.', 'What is not in it': 'No exchange rates.' });
    await ben.getByRole('checkbox', { name: 'Prove it works' }).check();
    await expectAccessible(ben);
    await ben.getByRole('button', { name: 'Begin it' }).click();
    const project = ada.getByRole('article', { name: 'Two currencies', exact: true });
    await expect(project).toBeVisible();
    const round = await takeApart(ada, ben, pair);
    await project.getByRole('button', { name: 'Close it' }).click();
    await expect(project).toContainText('One hunk is left unexplained.');
    await expect(project).toContainText('log.js:7');
    await expectAccessible(ada);
    await send(ben, 'POST', `/api/team/rounds/${round}/notes`, { hunk: RIDDLE, how: 'deleted', words: 'A line for debugging; it is gone.' });
    await project.getByLabel('What you learned').fill('Nobody reads that log.');
    await project.getByRole('button', { name: 'Close the project' }).click();
    for (const page of [ada, ben]) await expect(page.locator('summary').filter({ hasText: 'Two currencies' })).toContainText('closed');
  });

  await test.step('time is offered and confirmed, and a meeting planned and held', async () => {
    await ben.getByRole('button', { name: 'Add time you kept' }).click();
    await ben.getByRole('button', { name: 'Offer it' }).click();
    await expect(ben.getByText('waits for Ada')).toBeVisible();
    await ada.getByRole('button', { name: /^Confirm / }).click();
    await expect(ada.getByRole('button', { name: /^Confirm / })).toHaveCount(0);
    await expect(ben.getByText('waits for Ada')).toHaveCount(0);
    await ada.getByRole('button', { name: 'Plan a meeting' }).click();
    await ada.getByRole('button', { name: 'Plan it' }).click();
    await expect(ben.getByRole('heading', { name: /^Check-in, / })).toBeVisible();
    await ben.getByRole('button', { name: /^Note between you/ }).click();
    await ben.getByLabel('Where').fill('The room with the plant');
    await ben.getByRole('button', { name: 'Save the note' }).click();
    await expect(ada.getByText('The room with the plant')).toBeVisible();
  });

  for (const page of [ada, ben]) {
    await expectAccessible(page);
    await expectNarrow(page);
  }
});
