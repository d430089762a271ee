import { expect, test, type Page } from '@playwright/test';
import { createMachine } from './start-rounds.ts';
import { expectAccessible } from './expect-accessible.ts';

const machine = createMachine();
test.afterAll(machine.remove);

const saved = (page: Page) => expect(page.locator('[data-draft="saved"]')).toHaveText(/Draft saved/);

test('a round alone, from Today to its debrief, through a reload and a killed server', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });

  const rounds = await machine.start('--demo');
  await page.goto(rounds.enter);
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(page.getByText('Nothing has left')).toBeVisible();
  expect(page.url()).not.toContain('token');
  await expectAccessible(page);

  await test.step('the moment is open to be judged, and nothing else', async () => {
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/moments\/m_/);
    await expect(page.getByRole('heading', { name: 'The decision' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Think it through' }).click();
    await expect(page).toHaveURL(/\/rounds\/r_/);
    // Only then does it hear keys.
    await expect(page.getByRole('region', { name: 'The case' })).toBeVisible();
  });

  await test.step('an unfinished judgement is not sealed, and says what is missing', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('choose a verdict');
    await expectAccessible(page);
  });

  await test.step('lines are marked with the keyboard', async () => {
    const lines = page.getByRole('region', { name: 'The case' }).getByRole('button', { name: /^Mark line/ });
    await lines.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('1 place marked in the case')).toBeVisible();
  });

  await test.step('what is written survives a reload', async () => {
    await page.getByText('Reject', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Why', exact: true }).fill('Nobody ran it.');
    await page.getByRole('radio').nth(4).check({ force: true });
    await page.getByRole('spinbutton').fill('70');
    await saved(page);
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Why', exact: true })).toHaveValue('Nobody ran it.');
    await expect(page.getByRole('radio', { name: /^Reject/ })).toBeChecked();
    await expect(page.getByRole('spinbutton')).toHaveValue('70');
    await expect(page.getByText('1 place marked in the case')).toBeVisible();
  });

  await test.step('and a server that is killed while writing', async () => {
    await rounds.kill();
    await page.getByRole('textbox', { name: 'Why', exact: true }).fill('Nobody ran it, and it hides the cause.');
    await expect(page.getByRole('alert')).toContainText('Not saved');
    await machine.start('--port', new URL(rounds.origin).port);
    await saved(page);
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Why', exact: true })).toHaveValue('Nobody ran it, and it hides the cause.');
  });

  await test.step('sealed, it shows what happened next', async () => {
    await page.getByRole('textbox', { name: 'Why', exact: true }).press('Control+Enter');
    await expect(page.getByRole('region', { name: 'What happened next' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Your judgement' })).toContainText('Nobody ran it, and it hides the cause.');
    await expect(page.getByText('You gave it 70 %.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the debrief takes one rule, not two', async () => {
    await page.getByRole('button', { name: 'Go on to the debrief' }).click();
    await page.getByRole('textbox', { name: 'What was right' }).fill('Reading the diff before the summary.');
    await page.getByRole('textbox', { name: 'Next time' }).fill('Run it before believing it.');
    await page.getByRole('textbox', { name: 'One general rule' }).fill('Run it first. Then read it.');
    await page.getByRole('button', { name: 'Close the round' }).click();
    await expect(page.getByRole('alert')).toContainText('more than one rule');
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'One general rule' }).fill('Believe a claim only after the run that shows it.');
    await saved(page);
    await page.reload();
    await page.getByRole('button', { name: 'Close the round' }).click();
    await expect(page.getByText('The rule you keep')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('and it is kept', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Rounds' }).click();
    await expect(page.getByText('Believe a claim only after the run that shows it.')).toBeVisible();
    await expectAccessible(page);
  });
  expect(complaints).toEqual([]);
});
