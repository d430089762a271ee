import { expect, test, type Page } from '@playwright/test';
import { createMachine, type RunningRounds } from './start-rounds.ts';
import { expectAccessible } from './expect-accessible.ts';

const machine = createMachine();
let rounds: RunningRounds;
test.beforeAll(async () => {
  rounds = await machine.start('--demo');
});
test.afterAll(machine.remove);

async function enter(page: Page): Promise<void> {
  await page.goto(rounds.enter);
  await expect(page.getByRole('article').first()).toBeVisible();
}

async function openFirstSession(page: Page): Promise<void> {
  await page.goto(`${rounds.origin}/sessions`);
  await page.getByRole('listitem').getByRole('link').nth(1).click();
  await expect(
    page
      .getByRole('region', { name: 'Transcript' })
      .getByRole('link', { name: /^Event/ })
      .first(),
  ).toBeVisible();
}

test('a browser without the key is told where to find it', async ({ page }) => {
  await page.goto(rounds.origin);
  await expect(page.getByRole('heading', { name: 'Open the address that Rounds printed in the terminal.' })).toBeVisible();
  await expectAccessible(page);
});

test('skipping is one key, and can be taken back', async ({ page }) => {
  await enter(page);
  const cards = page.getByRole('region', { name: 'Worth stopping for' }).getByRole('article');
  const before = await cards.count();
  await page.keyboard.press('s');
  await expect(cards).toHaveCount(before - 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cards).toHaveCount(before);
});

test('a dismissal asks for its reason and can be taken back', async ({ page }) => {
  await enter(page);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Dismiss it' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Not worth it/ }).click();
  await expect(page).toHaveURL(`${rounds.origin}/`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Think it through' })).toBeVisible();
});

test('sessions are found by words and keyboard, down to the event', async ({ page }) => {
  await enter(page);
  await page.goto(`${rounds.origin}/sessions`);
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('/');
  await page.keyboard.type('zeppelins everywhere');
  await expect(page.getByText('Nothing matches.')).toBeVisible();
  await expectAccessible(page);
  const field = page.getByRole('searchbox');
  await field.fill('=>');
  await expect(page.getByText('The search holds no word.')).toBeVisible();

  await field.fill('"node --test" -zeppelin');
  await expect(page.locator('mark').first()).toHaveText('node --test');
  await expect(page).toHaveURL(/query=/);
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'In' }).selectOption('Commands');
  await expect(page.getByRole('article').first().getByText('Command').first()).toBeVisible();
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sessions\/s_[0-9a-f]+\?at=\d+/);
  const row = page
    .getByRole('region', { name: 'Transcript' })
    .locator('[data-index]')
    .filter({ has: page.locator('[aria-current]') });
  await expect(row).toContainText('node --test');
  await expect(row.getByRole('button', { expanded: true })).toBeVisible();
  await page.goBack();
  await expect(field).toHaveValue('"node --test" -zeppelin');
  await page.getByRole('button', { name: 'Show all sessions' }).last().click();
  await expect(rows.first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sessions\/s_/);
});

test('the cursor links timeline, transcript and what belongs together', async ({ page }) => {
  await enter(page);
  await openFirstSession(page);
  const slider = page.getByRole('slider', { name: 'Place in the session' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/at=\d+/);
  await expect(page.getByRole('region', { name: 'Transcript' }).locator('[aria-current]')).toBeInViewport();
  const aside = page.getByRole('complementary', { name: 'The event under the cursor' });
  await aside.getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Transcript' }).locator('[aria-current]')).toBeInViewport();
  await slider.focus();
  await page.keyboard.press('+');
  await expect(page.getByRole('button', { name: 'Whole' })).toBeEnabled();
  await expectAccessible(page);
});

test('a few letters go anywhere, also while writing', async ({ page }) => {
  await enter(page);
  await page.goto(`${rounds.origin}/sessions`);
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Go to' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type('sett');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${rounds.origin}/settings`);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('every screen fits from 320 pixels to 4K', async ({ page }) => {
  await enter(page);
  const moment = await page.getByRole('article').getByRole('link').first().getAttribute('href');
  await openFirstSession(page);
  const session = new URL(page.url()).pathname;
  for (const width of [320, 1280, 3840]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/', '/sessions', '/sessions?query=test', session, moment ?? '/', '/rounds', '/settings', '/no-such-page']) {
      await page.goto(rounds.origin + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.skeleton')).toHaveCount(0);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(`${path} at ${width}: ${overflow}`).toBe(`${path} at ${width}: 0`);
    }
  }
});

test('settings say what is read, and the chosen colours stay', async ({ page }) => {
  await enter(page);
  await page.goto(`${rounds.origin}/settings`);
  await expect(page.getByRole('heading', { name: 'What Rounds reads' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await page.goto(`${rounds.origin}/no-such-page`);
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  await expectAccessible(page);
});
