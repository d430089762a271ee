/** A year of two people in four browsers: a cohort, a pair, a plan all three agree to, start, pause, resume, and another preceptor. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { startTeam, type RunningTeam } from './start-team.ts';

const PASSWORD = 'correct horse battery';
let team: RunningTeam;
test.beforeAll(async () => {
  team = await startTeam();
});
test.afterAll(() => team.stop());

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

/** Before a screenshot for people to look at, where a folder is named for it. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['ROUNDS_SCREENSHOTS'];
  if (!folder) return;
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('a year, from the cohort to a change of preceptor', async ({ browser }) => {
  test.setTimeout(480_000);
  const newPage = async (): Promise<Page> => (await browser.newContext()).newPage();
  const [lea, ana, ben, cleo] = [await newPage(), await newPage(), await newPage(), await newPage()];
  const complaints: string[] = [];
  for (const page of [lea, ana, ben, cleo]) page.on('pageerror', (error) => complaints.push(error.message));

  await test.step('Lea sets the organisation up; three people join', async () => {
    await lea.goto(team.setUpLink);
    await lea.getByLabel('Organisation').fill('Mill');
    await lea.getByLabel('Your name').fill('Lea');
    await lea.getByLabel('Your e-mail address').fill('lea@example.org');
    await lea.getByLabel('Password').fill(PASSWORD);
    await lea.keyboard.press('Enter');
    for (const [page, name] of [
      [ana, 'Ana'],
      [ben, 'Ben'],
      [cleo, 'Cleo'],
    ] as const) {
      await lea.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
      await lea.getByLabel('E-mail address').fill(`${name.toLowerCase()}@example.org`);
      await lea.keyboard.press('Enter');
      await page.goto(await lea.getByLabel('Invitation link').inputValue());
      await page.getByLabel('Your name, as others will see it').fill(name);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await expect(page.getByText('Nothing waits for you here.')).toBeVisible();
      await lea.reload();
    }
  });

  await test.step('before there is a cohort, the page says what to do', async () => {
    for (const page of [lea, ana]) await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Programme' }).click();
    await expect(ana.getByText('There is no cohort to take part in yet.')).toBeVisible();
    await expectAccessible(ana);
    await shoot(ana, 'empty-member');
    await expect(lea.getByText('No cohort yet. Make the first one.')).toBeVisible();
    await shoot(lea, 'empty-lead');
  });

  await test.step('Lea makes a cohort; Ana and Ben say how they would take part', async () => {
    await lea.getByLabel('Its name').fill('Spring');
    await lea.getByRole('button', { name: 'Make a cohort' }).click();
    await expect(lea.getByRole('heading', { name: 'Spring' })).toBeVisible();
    for (const [page, part] of [
      [ana, 'preceptee'],
      [ben, 'preceptor'],
    ] as const) {
      await page.goto(`${team.url}/programme`);
      await page.getByLabel('How you would take part', { exact: true }).selectOption(part);
      await page.getByLabel('Areas').fill('Payments');
      await page.getByRole('checkbox', { name: 'Prove it works' }).check();
      await page.getByRole('button', { name: 'Offer to take part' }).click();
      await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible();
    }
    await expectAccessible(ana);
    await shoot(ana, 'profile');
  });

  await test.step('Lea takes the suggestion, with its reasons', async () => {
    await expect(lea.getByText('Both name payments.')).toBeVisible();
    await lea.getByRole('button', { name: 'Choose these two' }).click();
    await lea.getByLabel('Area', { exact: true }).fill('payments');
    await lea.getByLabel('Starts on').fill(new Date().toISOString().slice(0, 10));
    await expectAccessible(lea);
    await shoot(lea, 'prepare');
    await lea.getByRole('button', { name: 'Prepare this year' }).click();
    await expect(lea.getByRole('link', { name: 'Ana with Ben' }).first()).toBeVisible();
  });

  await test.step('Ana sees it without a reload, with all that is missing, and writes the plan', async () => {
    await expect(ana.getByText('Protected time is not agreed by Ana, Ben, Lea.')).toBeVisible();
    await expect(ana.getByText('Write down the goal of the year.')).toBeVisible();
    await expectAccessible(ana);
    await shoot(ana, 'checklist');
    await ana.getByRole('button', { name: 'Write the plan' }).click();
    await ana.getByLabel('Goal of the year').fill('I ship a migration alone, and roll one back.');
    await ana.getByLabel('Who answers for the programme').fill('Grace');
    await ana.getByLabel('Where it is published').fill('https://example.org/preceptorship');
    await ana.getByLabel('First meeting').fill('2027-01-04T09:00');
    await expectAccessible(ana);
    await ana.getByRole('button', { name: 'Save the plan' }).click();
    await expect(ana.getByText('Write down the goal of the year.')).toHaveCount(0);
  });

  await test.step('all three agree, each on their own screen, and it starts', async () => {
    await ana.getByRole('button', { name: 'I agree to this plan' }).click();
    await expect(ben.getByText('Protected time is not agreed by Ben, Lea.')).toBeVisible();
    await ben.getByRole('button', { name: 'I agree to this plan' }).click();
    await expect(lea.getByText('The plan is complete. Read it, and agree or change it.')).toBeVisible();
    await lea.getByRole('link', { name: 'Ana with Ben' }).first().click();
    await lea.getByRole('button', { name: 'I agree to this plan' }).click();
    await expect(ana.getByText('Everything is in writing, and all of you agreed.')).toBeVisible();
    await ana.getByRole('button', { name: 'Start the year' }).click();
    await expect(ana.getByText('The year as a table')).toBeVisible();
    await expect(lea.getByText('Running.', { exact: false }).first()).toBeVisible();
    await ana.getByText('The year as a table').click();
    await expect(ana.getByRole('row', { name: /First meeting .* due/ })).toBeVisible();
    await expectAccessible(ana);
    await shoot(ana, 'year');
  });

  await test.step('Ana pauses with a reason that Ben reads and Lea does not; Ben resumes', async () => {
    await ana.getByRole('button', { name: 'Pause' }).click();
    await ana.getByLabel('Why, if you like').fill('Parental leave');
    await ana.getByRole('button', { name: 'Pause from today' }).click();
    await expect(ben.getByText('Parental leave')).toBeVisible();
    await expect(lea.getByText('Paused since')).toBeVisible();
    expect(await lea.locator('main').innerText()).not.toContain('Parental leave');
    await ben.getByRole('button', { name: 'Resume the year' }).click();
    await expect(ana.getByRole('button', { name: 'Pause' })).toBeVisible();
  });

  await test.step('Ben hands over to Cleo, whom Ana and Cleo both agree to', async () => {
    await ben.getByRole('button', { name: 'Hand over to another preceptor' }).click();
    await ben.getByLabel('Next preceptor').selectOption('Cleo');
    await ben.getByLabel('What was done and learned').fill('Ana reads diffs well.');
    await ben.getByLabel('What is next').fill('Roll a migration back.');
    await expectAccessible(ben);
    await ben.getByRole('button', { name: 'Propose it' }).click();
    await expect(ben.getByText('A hand-over from Ben to Cleo waits for Ana and Cleo.')).toBeVisible();
    await cleo.goto(`${team.url}/programme`);
    await expect(cleo.getByText('Will you be Ana’s preceptor, after Ben?')).toBeVisible();
    await expect(cleo.getByText('Roll a migration back.')).toBeVisible();
    await expectAccessible(cleo);
    await shoot(cleo, 'incoming');
    await cleo.getByRole('button', { name: 'Yes, I take it over' }).click();
    await expect(cleo.getByText('You accepted.')).toBeVisible();
    await ana.getByRole('button', { name: 'I agree' }).click();
    await expect(cleo.getByRole('heading', { name: 'Ana with Cleo: payments' })).toBeVisible();
    await expect(ben.getByRole('heading', { name: /Ana with/ })).toHaveCount(0);
    await lea.goto(`${team.url}/programme`);
    await expect(lea.getByRole('link', { name: 'Ana with Cleo' }).first()).toBeVisible();
    expect(await lea.locator('main').innerText()).not.toContain('reads diffs');
  });

  await test.step('Lea’s page: lanes by keyboard, the same as a table, and hours of preceptors', async () => {
    await lea.getByRole('link', { name: 'Ana with Cleo' }).first().focus();
    await expect(lea.getByRole('link', { name: 'Ana with Cleo' }).first()).toBeFocused();
    await lea.getByText('The pairs as a table').click();
    await expect(lea.getByRole('row', { name: /Ana with Cleo Running/ })).toBeVisible();
    await expect(region(lea, 'Hours of preceptors').getByText('0 h of 10 h last week, within the cap')).toBeVisible();
    await lea.getByText('Settings of this cohort').click();
    await expectAccessible(lea);
    await shoot(lea, 'lead');
    await lea.getByRole('link', { name: 'Change what this cohort works with' }).click();
    await lea.getByLabel('Cases observed, at least', { exact: true }).fill('2');
    await expect(lea.getByText('Not under 5: a programme may ask for more, never for less.')).toBeVisible();
    await lea.getByRole('button', { name: 'Go to the first that does not fit' }).click();
    await expect(lea.getByLabel('Cases observed, at least', { exact: true })).toBeFocused();
    await lea.getByLabel('Cases observed, at least', { exact: true }).fill('8');
    await lea.getByText('E5 Prove it works').click();
    await lea.getByLabel('Name', { exact: true }).fill('Show that it works');
    await lea.getByRole('button', { name: 'Look at what changes' }).click();
    await expectAccessible(lea);
    await shoot(lea, 'content');
    await lea.getByRole('button', { name: 'Save as version 1' }).click();
    await expect(lea.getByText('E5 Show that it works · changed by this cohort')).toBeVisible();
    await expect(lea.getByText('Version 1, in use')).toBeVisible();
    await lea.getByRole('link', { name: 'All of the programme' }).click();
    await expect(lea.getByRole('heading', { name: 'Hours of preceptors' })).toBeVisible();
    await cleo.getByLabel('Your cap, hours a week').fill('6');
    await cleo.getByRole('button', { name: 'Set it' }).click();
    await expect(region(lea, 'Hours of preceptors').getByText('0 h of 6 h last week, within the cap')).toBeVisible();
    await expectAccessible(cleo);
    await shoot(cleo, 'preceptor');
  });

  expect(complaints).toEqual([]);
});
