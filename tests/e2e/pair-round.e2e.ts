/** Two people, two browsers, a real repository: from setting a team up to the lesson they both keep. */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { makeBasket, type Basket } from './make-basket.ts';
import { createMachine, type Machine, type RunningRounds } from './start-rounds.ts';
import { startTeam, type RunningTeam } from './start-team.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PASSWORD = 'correct horse battery';
const PROBE =
  "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { mean } from './mean.js';\n\ntest('an empty basket has no mean', () => {\n  assert.throws(() => mean([]));\n});\n";
const PATCH = `--- a/src/mean.js
+++ b/src/mean.js
@@ -1,4 +1,5 @@
 export const mean = (prices) => {
+  if (prices.length === 0) throw new RangeError('an empty basket has no mean');
   const sum = prices.reduce((a, b) => a + b, 0);
   return prices.length === 0 ? 0 : sum / prices.length;
 };
`;
const folder = mkdtempSync(join(tmpdir(), 'rounds-pair-e2e-'));
let basket: Basket;
let team: RunningTeam;
let machine: Machine;
let rounds: RunningRounds;

test.beforeAll(async () => {
  basket = makeBasket(folder);
  machine = createMachine([basket.transcript]);
  [team, rounds] = await Promise.all([startTeam(), machine.start()]);
});
test.afterAll(async () => {
  machine.remove();
  await team.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `rounds login` on Ada's machine and hands over the link it prints; `done` is its end. */
function logIn(): { link: Promise<string>; done: Promise<number | null> } {
  const child = spawn(process.execPath, [join(root, 'bin', 'rounds.js'), 'login', team.url, '--no-open'], {
    env: { PATH: process.env['PATH'], HOME: folder, ROUNDS_HOME: machine.home, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    link: new Promise((resolve) => child.stdout.on('data', (piece: Buffer) => /http:\/\/\S+/.exec(piece.toString())?.forEach(resolve))),
    done: new Promise((resolve) => child.once('exit', resolve)),
  };
}

/** What a command of Rounds prints in the repository on Ada's machine, as one line. */
async function inTerminal(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'bin', 'rounds.js'), ...args], {
    cwd: basket.repository,
    env: { PATH: process.env['PATH'], HOME: folder, ROUNDS_HOME: machine.home, NO_COLOR: '1' },
  });
  return stdout.replace(/\s+/g, ' ');
}

async function judge(page: Page, { verdict, why, statement, percent }: { verdict: string; why: string; statement: number; percent: string }): Promise<void> {
  await page.getByText(verdict, { exact: true }).click();
  await page.getByRole('textbox', { name: 'Why', exact: true }).fill(why);
  await page
    .getByRole('group', { name: /^Choose one statement/ })
    .getByRole('radio')
    .nth(statement)
    .check({ force: true });
  await page.getByRole('spinbutton').fill(percent);
}

test('a round for two, from the first account to the lesson', async ({ browser }) => {
  test.setTimeout(360_000);
  const [ada, ben] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()];
  const complaints: string[] = [];
  for (const page of [ada, ben]) {
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.text().includes('Content Security Policy') && complaints.push(message.text()));
  }

  await test.step('Ada sets the organisation up and invites Ben, who joins', async () => {
    await ada.goto(team.url);
    await expect(ada.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expectAccessible(ada);
    await ada.goto(team.setUpLink);
    await ada.getByLabel('Organisation').fill('Mill');
    await ada.getByLabel('Your name').fill('Ada');
    await ada.getByLabel('Your e-mail address').fill('ada@example.org');
    await ada.getByLabel('Password').fill(PASSWORD);
    await expectAccessible(ada);
    await ada.keyboard.press('Enter');
    await ada.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
    await ada.getByLabel('E-mail address').fill('ben@example.org');
    await ada.keyboard.press('Enter');
    const link = await ada.getByLabel('Invitation link').inputValue();
    await expectAccessible(ada);

    await ben.goto(link);
    await expect(ben.getByRole('heading', { name: 'Join Mill' })).toBeVisible();
    await ben.getByLabel('Your name, as others will see it').fill('Ben');
    await ben.getByLabel('Password').fill(PASSWORD);
    await expectAccessible(ben);
    await ben.keyboard.press('Enter');
    await expect(ben.getByText('Nothing waits for you here.')).toBeVisible();
    await expectAccessible(ben);
  });

  await test.step('they make a pair, and Ada lets her machine in', async () => {
    await ada.reload();
    await ada.getByRole('checkbox', { name: 'Ben' }).check();
    await ada.getByRole('button', { name: 'Make a pair' }).click();
    await expect(ada.getByRole('heading', { name: 'Ada and Ben' })).toBeVisible();
    const login = logIn();
    await ada.goto(await login.link);
    await expect(ada.getByRole('heading', { name: 'Let a machine in as you?' })).toBeVisible();
    await expectAccessible(ada);
    await ada.getByRole('button', { name: 'Yes, let it in' }).click();
    await expect(ada.getByRole('heading', { name: 'That machine is logged in' })).toBeVisible();
    expect(await login.done).toBe(0);
  });

  await test.step('Ada shares a moment from her own Rounds; it is on Ben’s screen without a reload', async () => {
    await ada.goto(rounds.enter);
    await ada.getByRole('article').first().getByRole('link').first().click();
    await ada.getByRole('link', { name: 'Share it with your pair' }).click();
    await expect(ada.getByRole('button', { name: 'Share with Ada and Ben' })).toBeEnabled();
    await ada.keyboard.press('Control+Enter');
    await expect(ada.getByText('The log of what you shared')).toBeVisible();
    await expect(ben.getByRole('heading', { name: 'Shared with you, and in no round yet' })).toBeVisible();
  });

  await test.step('Ben calls the round', async () => {
    await ben.getByRole('article').first().getByRole('link').click();
    await expect(ben.getByRole('checkbox', { name: 'Ada' })).toBeChecked();
    await expect(ben.getByText('must raise an error')).toHaveCount(0);
    await expectAccessible(ben);
    await ben.getByRole('button', { name: 'Call a round' }).click();
    await expect(ben).toHaveURL(/\/team\/rounds\/r_/);
  });
  const path = new URL(ben.url()).pathname;

  await test.step('both judge; what Ben writes stays in his browser until he seals it', async () => {
    const sent: string[] = [];
    ben.on('request', (request) => sent.push(request.postData() ?? ''));
    await judge(ben, { verdict: 'Accept', why: 'Nothing divides by zero any more.', statement: 0, percent: '80' });
    await ben.reload();
    await expect(ben.getByRole('textbox', { name: 'Why', exact: true })).toHaveValue('Nothing divides by zero any more.');
    expect(sent.join('')).not.toContain('divides by zero');
    await ben
      .getByRole('button', { name: /^Mark line/ })
      .first()
      .click();
    await expectAccessible(ben);

    await ada.goto(rounds.origin);
    await ada
      .getByRole('region', { name: 'Waiting for you in rounds for two' })
      .getByRole('link', { name: /^Judge/ })
      .click();
    await expect(ada.getByText('You lived through this one')).toBeVisible();
    await judge(ada, { verdict: 'Reject', why: 'Zero is a price; no price is not.', statement: 0, percent: '60' });
    await ada.keyboard.press('Control+Enter');
    await expect(ada.getByText('Yours is in. Ben has not answered yet.')).toBeVisible();
    await expectAccessible(ada);
    expect(await ada.locator('main').innerText()).not.toContain('Zero is a price');
  });

  await test.step('the last seal reveals to both at once', async () => {
    await ben.getByRole('textbox', { name: 'Why', exact: true }).press('Control+Enter');
    for (const page of [ada, ben]) {
      await expect(page.getByText(/^You differ on the verdict/)).toBeVisible();
      await expect(page.getByText('Nothing divides by zero any more.')).toBeVisible();
      await expect(page.getByText('Zero is a price; no price is not.')).toBeVisible();
      await expect(page.getByRole('region', { name: 'What happened next' })).toBeVisible();
    }
    await expect(ada.getByText('You gave it 60 %, and it was so.')).toBeVisible();
    await ben.getByText('Who answered first, and the proof').click();
    await ben.getByRole('button', { name: 'Check it in this browser' }).first().click();
    await expect(ben.getByText('✓ The words above are the ones that were sealed.')).toBeVisible();
    for (const page of [ada, ben]) await expectAccessible(page);
  });

  await test.step('a probe waits for Ada’s Run', async () => {
    await ben.getByRole('button', { name: 'Settle it by running' }).click();
    await ben.getByLabel('What will it show?').fill('An empty basket is given a mean.');
    await expect(ben.getByLabel('Written for')).toHaveValue('node:test');
    await ben.getByRole('textbox', { name: 'The probe' }).fill(PROBE);
    await expectAccessible(ben);
    await ben.getByRole('button', { name: 'Ask for a run' }).click();
    await expect(ben.getByText('Waits for Ada’s Run.').first()).toBeVisible();
    await expect(ada.getByText('Waits for your Run.').first()).toBeVisible();
    await expect(ada.getByRole('button', { name: 'Run', exact: true }).first()).toBeVisible();
    await expectAccessible(ada);
  });

  await test.step('Ada reads it and presses Run; both see it fail on the agent’s version', async () => {
    await ada.getByRole('button', { name: 'Run', exact: true }).click();
    for (const page of [ada, ben]) {
      await expect(page.getByText('Failed: demonstrated')).toBeVisible({ timeout: 60_000 });
      await expect(page.locator('[data-output]')).toContainText('an empty basket has no mean');
    }
    await expectAccessible(ben);
  });

  await test.step('and pass on a fix that Ben proposes', async () => {
    await ben.getByRole('button', { name: 'Write another probe' }).click();
    await ben.getByLabel('What will it show?').fill('With the guard it is refused.');
    await ben.getByRole('textbox', { name: 'The probe' }).fill(PROBE);
    await ben.getByRole('checkbox', { name: 'The agent’s version', exact: true }).uncheck();
    await ben.getByRole('checkbox', { name: 'The agent’s version with a patch' }).check();
    await ben.getByRole('textbox', { name: 'The patch' }).fill(PATCH);
    await ben.getByRole('button', { name: 'Ask for a run' }).click();
    await ada.getByRole('button', { name: 'Run', exact: true }).click();
    for (const page of [ada, ben]) await expect(page.getByText('Passed: not demonstrated')).toBeVisible({ timeout: 60_000 });
    await expectAccessible(ada);
  });

  await test.step('both write the debrief, and one closes it', async () => {
    await ada.getByRole('button', { name: 'Go on to the debrief' }).click();
    await ada.getByRole('textbox', { name: 'What was right' }).fill('Asking for a run of the tests.');
    await expect(ben.getByRole('textbox', { name: 'What was right' })).toHaveValue('Asking for a run of the tests.');
    await ben.getByRole('textbox', { name: 'Next time' }).fill('Ask what the empty case means before filling it in.');
    await expect(ada.getByRole('textbox', { name: 'Next time' })).toHaveValue('Ask what the empty case means before filling it in.');
    await ada.getByRole('textbox', { name: 'One general rule' }).fill('Give no value where there is none.');
    await expectAccessible(ada);
    await expect(ben.getByRole('textbox', { name: 'One general rule' })).toHaveValue('Give no value where there is none.');
    await ben.getByRole('button', { name: 'Close the round' }).click();
    for (const page of [ada, ben]) await expect(page.getByText('The rule you keep')).toBeVisible();
    await expectAccessible(ben);
  });

  await test.step('one key keeps it as a lesson of both', async () => {
    await ben.locator('main').click({ position: { x: 2, y: 2 } });
    await ben.keyboard.press('l');
    await expect(ben.getByText('Kept as a lesson of everybody in the round.')).toBeVisible();
    await ada.goto(`${rounds.origin}/library`);
    await expect(ada.getByRole('article')).toContainText('Give no value where there is none.');
  });

  await test.step('the round is opened again by Ben, closed with another rule, and forgets nothing', async () => {
    await ben.getByRole('button', { name: 'Open it again' }).click();
    await ada.goto(team.url + path);
    await expect(ben.getByRole('textbox', { name: 'One general rule' })).toHaveValue('Give no value where there is none.');
    await ben.getByRole('textbox', { name: 'One general rule' }).fill('Give no value where there is none: raise.');
    await ben.getByRole('button', { name: 'Close the round' }).click();
    const before = ben.getByRole('region', { name: 'What it was closed with before' });
    await expect(before).toContainText('Give no value where there is none.');
    await expect(ben.getByText('Give no value where there is none: raise.')).toBeVisible();
    await expectAccessible(ben);
  });

  await test.step('Ada shows Ben what is behind an activity, after seeing all of it, and takes it back', async () => {
    await ada.goto(`${rounds.origin}/growth`);
    const activity = ada.locator('details').filter({ hasText: '1 round' }).first();
    await activity.locator('summary').first().press('Enter');
    await activity.getByRole('button', { name: 'Show it to Ben' }).press('Enter');
    await expect(activity.getByText('This goes to Ben and to nobody else, as it is now:')).toBeVisible();
    await expectAccessible(ada);
    await ben.goto(`${team.url}/sign-offs`);
    const shown = ben.getByRole('region', { name: 'Shown to you' });
    await activity.getByRole('button', { name: 'Show it', exact: true }).press('Enter');
    await expect(activity.getByText(/^Shown to Ben as it was/)).toBeVisible();
    await expect(shown.getByText('Give no value where there is none: raise.')).toBeVisible();
    await activity.getByRole('button', { name: 'Take it back' }).press('Enter');
    await expect(shown).toBeHidden();
    await expect(activity.getByText(/^Shown to Ben as it was/)).toBeHidden();
  });

  await test.step('the lesson holds to code: why finds it, and a later commit makes it stale for both', async () => {
    const lesson = /l_[0-9a-f]{16}/.exec(await inTerminal('lessons'))?.[0] ?? '';
    await ada.goto(`${rounds.origin}/lessons/${lesson}`);
    await expect(ada.getByText('None yet. Tie it to the lines it is about')).toBeVisible();
    await ada.keyboard.press('a');
    await expect(ada.getByLabel('File')).toBeFocused();
    await expect(ada.getByLabel('Repository')).toHaveValue(basket.repository);
    await ada.keyboard.type('src/mean.js');
    await ada.getByLabel('First line').fill('2');
    await ada.getByLabel('Last line').fill('99');
    await ada.keyboard.press('Enter');
    await expect(ada.getByRole('alert')).toContainText('src/mean.js has lines 1 to 5 there, not 2 to 99.');
    await expectAccessible(ada);
    await ada.getByLabel('First line').fill('1');
    await ada.getByLabel('Last line').fill('5');
    await ada.keyboard.press('Enter');
    await expect(ada.getByText('src/mean.js in mean, lines 1 to 5')).toBeVisible();
    await expect(ada.getByRole('heading', { name: 'The code it holds to' })).toBeFocused();
    expect(await inTerminal('why', 'src/mean.js:2')).toContain('Give no value where there is none.');
    writeFileSync(join(basket.repository, 'src', 'mean.js'), 'export const mean = () => undefined;\n');
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    await promisify(execFile)('git', [...who, 'commit', '-qam', 'Nobody asks for a mean'], { cwd: basket.repository });
    expect(await inTerminal('lessons', '--check')).toContain('1 newly changed');
    expect(await inTerminal('lessons')).toContain('its code has changed: does it still hold?');
    for (const [page, origin] of [
      [ada, rounds.origin],
      [ben, team.url],
    ] as const) {
      await page.goto(`${origin}/lessons/${lesson}`);
      await expect(page.getByText('The code this holds to has changed.')).toBeVisible();
    }
    await ada.getByRole('button', { name: 'Tie it anew: src/mean.js, lines 1 to 5' }).press('Enter');
    await ada.getByLabel('Last line').fill('1');
    await ada.getByLabel('Last line').press('Enter');
    await expect(ada.getByText('src/mean.js in mean, line 1')).toBeVisible();
    await expect(ben.getByText('The code this holds to has changed.')).toBeHidden();
  });

  await test.step('Ada takes the case back: it is gone for Ben, and what both wrote stays', async () => {
    await ada.goto(rounds.origin);
    await expect(ada.getByText('What left it: 1 case to your pair.')).toBeVisible();
    await ada.goto(`${rounds.origin}/shared`);
    await ada.getByRole('button', { name: 'Forget', exact: true }).click();
    await ada.getByRole('button', { name: 'Forget it for everyone' }).click();
    await expect(ada.getByText(/Forgotten today/)).toBeVisible();
    await ben.goto(team.url + path);
    await expect(ben.getByText('The owner forgot this case')).toBeVisible();
    await expect(ben.getByText('Give no value where there is none.')).toBeVisible();
    expect(await ben.locator('main').innerText()).not.toContain('The mean price of an empty basket');
  });

  await test.step('everything fits a small screen', async () => {
    await ben.setViewportSize({ width: 320, height: 720 });
    for (const page of ['/', '/rounds', path, '/team/cases', '/people', '/settings', '/library']) {
      await ben.goto(team.url + page);
      await expect(ben.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(ben.locator('.skeleton')).toHaveCount(0);
      const overflow = await ben.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(`${page}: ${overflow}`).toBe(`${page}: 0`);
    }
  });

  await test.step('signed out everywhere, Ada’s browser and her machine are strangers', async () => {
    await ada.goto(`${team.url}/settings`);
    await ada.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(ada.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(inTerminal('start', '--team', '--json')).rejects.toThrow(/does not know you/);
    await ben.goto(team.url);
    await expect(ben.getByRole('heading', { level: 1 })).not.toHaveText('Sign in');
  });
  expect(complaints).toEqual([]);
});
