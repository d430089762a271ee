/** Comparing outputs and taking a change apart in a real browser, on a real repository whose tests run. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { createMachine, type Machine, type RunningRounds } from './start-rounds.ts';

const root = mkdtempSync(join(tmpdir(), 'rounds-work-e2e-'));
const git = (...args: string[]): Buffer =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: root, stdio: 'pipe' });
const write = (name: string, text: string): void => writeFileSync(join(root, name), text);
let machine: Machine;
let rounds: RunningRounds;

test.beforeAll(async () => {
  git('init', '-q', '-b', 'main');
  write('package.json', '{"type":"module","scripts":{"test":"node --test"}}');
  write('last.js', 'export const last = (items) => undefined;\n');
  write(
    'last.test.js',
    `import { test } from 'node:test';\nimport assert from 'node:assert';\nimport { last } from './last.js';\ntest('finds the last', () => assert.equal(last([1, 2]), 2));\n`,
  );
  git('add', '-A');
  git('commit', '-qm', 'a task');
  for (const [branch, body] of [
    ['by-heron', 'items.at(-1)'],
    ['by-otter', 'items[items.length]'],
  ] as const) {
    git('checkout', '-q', '-b', branch, 'main');
    write('last.js', `export const last = (items) => ${body};\n`);
    git('commit', '-qam', branch);
  }
  git('checkout', '-q', '-b', 'change', 'by-heron');
  write('first.js', 'export const first = (items) => items[0];\n');
  git('add', '-A');
  git('commit', '-qm', 'more');
  machine = createMachine();
  rounds = await machine.start();
});
test.afterAll(() => {
  machine.remove();
  rmSync(root, { recursive: true, force: true });
});

test('outputs are ranked blind, and their names come with what the tests say', async ({ page }) => {
  await page.goto(rounds.enter);
  await page.goto(`${rounds.origin}/rounds`);
  await page.getByRole('link', { name: 'Compare outputs' }).click();
  await page.getByLabel('Repository').fill(root);
  await page.getByLabel('Outputs').fill('by-heron, by-otter');
  await page.getByRole('button', { name: 'Draw the letters' }).click();
  await expect(page.getByRole('heading', { name: 'Which of these would you take?' })).toBeVisible();
  expect(await page.content()).not.toMatch(/heron|otter/);
  await page.getByRole('button', { name: 'Seal' }).click();
  await expect(page.getByRole('alert')).toContainText('rank every output');
  await page.getByRole('button', { name: 'B is best' }).click();
  await page.getByLabel('A passes, in percent').fill('30');
  await page.reload();
  await expect(page.getByLabel('A passes, in percent')).toHaveValue('30');
  await page.getByRole('button', { name: 'A is next' }).click();
  await page.getByLabel('B passes, in percent').fill('80');
  await page.getByLabel('Why is the best the best?').fill('It reads well.');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'What the tests said' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('by-heron')).toBeVisible();
  await expect(page.getByText('Fails: finds the last.', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('a change is taken apart, and what no test minds is explained', async ({ page }) => {
  await page.goto(rounds.enter);
  await page.goto(`${rounds.origin}/deconstruct`);
  await page.getByLabel('Repository').fill(root);
  await page.getByRole('textbox', { name: 'Change' }).fill('main..change');
  await page.getByRole('button', { name: 'Show its hunks' }).click();
  const hunks = page.getByRole('group', { name: /Without it/ });
  await expect(hunks).toHaveCount(2);
  for (const hunk of await hunks.all()) await hunk.getByLabel('no test fails').check();
  await page
    .getByRole('group', { name: /last\.js/ })
    .getByLabel('a test fails')
    .check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Seal' }).click();
  await expect(page.getByText('You expected 2 of 2 rightly.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Unexplained' })).toBeVisible();
  await page.getByLabel('What it is for').fill('The nightly job reads it.');
  await page.getByRole('button', { name: 'Say so' }).click();
  await expect(page.getByRole('heading', { name: 'Unexplained' })).toBeHidden();
  await expectAccessible(page);
});
