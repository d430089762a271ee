/** Drills in a real browser: looked for, drawn, answered, on a real repository whose tests run in the sandbox. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { createMachine, type Machine, type RunningRounds } from './start-rounds.ts';

const root = mkdtempSync(join(tmpdir(), 'rounds-drills-e2e-'));
const git = (...args: string[]): Buffer =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: root, stdio: 'pipe' });
const write = (name: string, text: string): void => {
  mkdirSync(join(root, 'src'), { recursive: true });
  writeFileSync(join(root, name), text);
};
const pages = (boundary: string): string =>
  `/** How many pages a list of items fills. */\nexport function countPages(items, size) {\n  let count = 0;\n  for (let at = 0; at ${boundary} items.length; at += size) {\n    count += 1;\n  }\n  return count;\n}\n`;
const suite = (name: string, call: string, result: string): string =>
  `import { test } from 'node:test';\nimport assert from 'node:assert';\nimport { countPages } from './pages.js';\ntest('${name}', () => assert.equal(${call}, ${result}));\n`;
let machine: Machine;
let rounds: RunningRounds;

test.beforeAll(async () => {
  git('init', '-q', '-b', 'main');
  write('package.json', '{"type":"module","scripts":{"test":"node --test"}}');
  write('src/pages.js', pages('<='));
  write('src/pages.test.js', suite('two pages', 'countPages([1, 2, 3], 2)', '2'));
  git('add', '-A');
  git('commit', '-qm', 'pages');
  write('src/pages.js', pages('<'));
  write('src/pages.test.js', suite('a full page is one page', 'countPages([1, 2], 2)', '1'));
  git('commit', '-qam', 'fix: a full page counted twice');
  machine = createMachine();
  rounds = await machine.start();
});
test.afterAll(() => {
  machine.remove();
  rmSync(root, { recursive: true, force: true });
});

test('drills are looked for, one is drawn, its lines are marked, and the fix comes with what its hidden test says', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(rounds.enter);
  await page.goto(`${rounds.origin}/growth`);
  await page.getByRole('link', { name: 'Drills' }).click();
  await expect(page.getByText('Name a repository to begin.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Repository').fill(root);
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByText('This repository has no drills yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Look for 10 drills' }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(page.getByText(/you have not seen/)).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Look for 10 drills' })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Draw one' }).click();
  await expect(page.getByRole('heading', { name: 'What is wrong here, on which line, and what input shows it?' })).toBeVisible();
  expect(await page.content()).not.toMatch(/counted twice|a full page is one page|boundary-off/);
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByRole('alert')).toContainText('mark a line in the code, and say how sure you are');
  await page.getByRole('button', { name: /^Mark line 4/ }).click();
  await page.getByLabel('What is wrong, and which input shows it?').fill('A full page counts twice.');
  await page.getByRole('button', { name: 'Write it with node:test' }).click();
  await page
    .getByLabel(/^Your test/)
    .fill(
      "import assert from 'node:assert';\nimport { test } from 'node:test';\nimport { countPages } from './pages.js';\ntest('mine', () => assert.equal(countPages([1], 1), 1));\n",
    );
  await page.getByLabel('How sure are you to be right, in percent?').fill('80');
  await page.reload();
  await expect(page.getByLabel('How sure are you to be right, in percent?')).toHaveValue('80');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The hidden test fails: a full page is one page.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Your test fails on this code, and passes with the fix.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The fix' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Back to drills' }).click();
  await expect(page.getByRole('heading', { name: 'What you answered' })).toBeVisible();
  await expect(page.getByText('1 of 1 right; the rate may be 21 % to 100 %')).toBeVisible();
});

test('a year begins on a day, and what is said of its forms is plain', async ({ page }) => {
  await page.goto(rounds.enter);
  await page.goto(`${rounds.origin}/drills`);
  await page.getByLabel('Your year began on').fill('2026-02-01');
  await page.getByRole('button', { name: 'Set' }).click();
  await expect(page.getByText('Month 12', { exact: true })).toBeVisible();
  await expect(page.getByText(/So few say next to nothing/)).toBeVisible();
  await expectAccessible(page);
});
