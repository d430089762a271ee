/** An owner changes who is in the organisation, by keyboard as by mouse, and takes it back. */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { startTeam, type RunningTeam } from './start-team.ts';

const PASSWORD = 'correct horse battery';
let team: RunningTeam;
test.beforeAll(async () => {
  team = await startTeam();
});
test.afterAll(() => team.stop());

async function setUp(page: Page): Promise<void> {
  await page.goto(team.setUpLink);
  await page.getByLabel('Organisation').fill('Mill');
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('Your e-mail address').fill('ada@example.org');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
}

/** Invited from Ada's page. */
async function joinAsBen(browser: Browser, ada: Page): Promise<Page> {
  await ada.getByLabel('E-mail address').fill('ben@example.org');
  await ada.keyboard.press('Enter');
  const link = await ada.getByLabel('Invitation link').inputValue();
  const ben = await (await browser.newContext()).newPage();
  await ben.goto(link);
  await ben.getByLabel('Your name, as others will see it').fill('Ben');
  await ben.getByLabel('Password').fill(PASSWORD);
  await ben.keyboard.press('Enter');
  await expect(ben.getByText('Nothing waits for you here.')).toBeVisible();
  return ben;
}

test('roles, removal and ownership', async ({ browser, page: ada }) => {
  test.setTimeout(240_000);
  await setUp(ada);
  const ben = await joinAsBen(browser, ada);
  await ada.reload();
  const everyone = ada.getByRole('list', { name: 'Everyone here' });

  await test.step('a role is changed, and taken back', async () => {
    await everyone.getByRole('button', { name: 'Change Ben' }).press('Enter');
    await expectAccessible(ada);
    const role = ada.getByLabel('Role of Ben');
    await role.selectOption('Lead');
    await expect(everyone.getByText('ben@example.org, lead')).toBeVisible();
    await ada.getByRole('button', { name: 'Undo' }).click();
    await expect(everyone.getByText('ben@example.org', { exact: true })).toBeVisible();
  });

  await test.step('a removal asks first, by keyboard alone, and is taken back', async () => {
    await ada.getByRole('button', { name: 'Remove Ben' }).press('Enter');
    await expect(ada.getByRole('button', { name: 'Keep them' })).toBeFocused();
    await expectAccessible(ada);
    await ada.keyboard.press('Escape');
    await expect(ada.getByRole('button', { name: 'Keep them' })).toBeHidden();
    await ada.getByRole('button', { name: 'Remove Ben' }).press('Enter');
    await ada.keyboard.press('Shift+Tab');
    await ada.keyboard.press('Enter');
    await expect(everyone.getByText('ben@example.org')).toBeHidden();
    await expect(ada.getByRole('list', { name: 'People who left' }).getByText('Ben')).toBeVisible();
    await expectAccessible(ada);
    await ben.reload();
    await expect(ben.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await ada.getByRole('button', { name: 'Take back Ben' }).press('Enter');
    await expect(everyone.getByText('ben@example.org')).toBeVisible();
    await expect(ada.getByRole('list', { name: 'People who left' })).toBeHidden();
  });

  await test.step('the only owner does not leave; handed over, she may', async () => {
    await everyone.getByRole('button', { name: 'Change what you are here' }).click();
    await ada.getByRole('button', { name: 'Leave Mill' }).click();
    await ada.getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(ada.getByText('Hand ownership over first.')).toBeVisible();
    await everyone.getByRole('button', { name: 'Change Ben' }).click();
    await ada.getByRole('button', { name: 'Hand ownership over to Ben' }).click();
    await ada.getByRole('button', { name: 'Hand it over' }).click();
    await expect(everyone.getByText('ben@example.org, owner')).toBeVisible();
    await expect(everyone.getByText('ada@example.org, lead')).toBeVisible();
    await expect(everyone.getByRole('button', { name: 'Change Ben' })).toBeHidden();
    await ada.getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(ada.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });
});
