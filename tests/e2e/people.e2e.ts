/** An owner changes who is in the organisation, by keyboard as by mouse, and takes it back; who comes by the identity provider is among them. */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { findFreePort } from '../contract/team/find-free-port.ts';
import { startIdentityProvider, type IdentityProvider } from '../contract/team/start-identity-provider.ts';
import { expectAccessible } from './expect-accessible.ts';
import { startTeam, type RunningTeam } from './start-team.ts';

const PASSWORD = 'correct horse battery';
let team: RunningTeam;
let provider: IdentityProvider;
test.beforeAll(async () => {
  const port = await findFreePort();
  provider = await startIdentityProvider(`http://127.0.0.1:${port}/api/auth/callback/oidc`);
  const { issuer, clientId, clientSecret } = provider;
  const settings = { ISSUER: issuer, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret, NAME: 'Mill login' };
  const variables = Object.fromEntries(Object.entries(settings).map(([name, value]) => [`ROUNDS_OIDC_${name}`, value]));
  team = await startTeam(variables, undefined, port);
});
test.afterAll(async () => {
  await team.stop();
  await provider.stop();
});

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

/** From the button on our page through the provider's own, which asks for no real password here. */
async function signInByProvider(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with Mill login' }).press('Enter');
  await page.locator('input[name=login]').fill('carol');
  await page.locator('input[name=password]').fill('any');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Continue' }).click();
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

  await test.step('whoever the identity provider knows comes in once an owner opens it, and not once removed', async () => {
    // The provider's pages would fetch a font from elsewhere.
    const elsewhere = await browser.newContext();
    await elsewhere.route(/googleapis/, (route) => route.abort());
    const carol = await elsewhere.newPage();
    await carol.goto(`${team.url}/people`);
    await signInByProvider(carol);
    await expect(carol.getByRole('alert')).toContainText('Ask someone of this organisation for an invitation.');
    await expectAccessible(carol);

    const opened = ada.getByRole('checkbox', { name: 'Whoever Mill login knows may join, as a member, without an invitation' });
    await opened.press('Space');
    await expect(opened).toBeChecked();
    // The server has said so, too.
    await expect(opened).toBeEnabled();
    await carol.goto(`${team.url}/people`);
    await carol.getByRole('button', { name: 'Sign in with Mill login' }).press('Enter');
    await expect(carol).toHaveURL(`${team.url}/people`);
    await expect(carol.getByRole('heading', { name: 'People and pairs' })).toBeVisible();
    await ada.reload();
    await everyone.getByRole('button', { name: 'Change carol of Acme' }).press('Enter');
    await ada.getByRole('button', { name: 'Remove carol of Acme' }).press('Enter');
    await ada.getByText('Remove carol of Acme', { exact: true }).press('Enter');
    await expect(ada.getByRole('list', { name: 'People who left' }).getByText('carol of Acme')).toBeVisible();
    await carol.reload();
    await carol.getByRole('button', { name: 'Sign in with Mill login' }).press('Enter');
    await expect(carol.getByRole('alert')).toContainText('You are not in this organisation any more.');
    await elsewhere.close();
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
