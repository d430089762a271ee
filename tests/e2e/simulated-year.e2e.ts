/** Twenty pairs through a year, then every screen of it in a browser, as each who has a part in it; the laws of a year hold. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import type { SimulationReport } from '../../src/app/simulate/run-simulation.ts';
import { expectAccessible } from './expect-accessible.ts';
import { createMachine, type Machine } from './start-rounds.ts';
import { startTeam, type RunningTeam } from './start-team.ts';

const PAIRS = 20;
const ROUNDS = join(fileURLToPath(new URL('../..', import.meta.url)), 'bin', 'rounds.js');

const folder = mkdtempSync(join(tmpdir(), 'rounds-year-e2e-'));
let report: SimulationReport;
let team: RunningTeam;
let machine: Machine;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(900_000);
  const home = join(folder, 'home');
  mkdirSync(home);
  const env = { PATH: process.env['PATH'], HOME: home, ROUNDS_HOME: join(folder, 'rounds'), NO_COLOR: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, [ROUNDS, 'simulate-year', '--pairs', String(PAIRS), '--json'], {
    cwd: home,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  report = JSON.parse(stdout) as SimulationReport;
  team = await startTeam({}, folder);
  machine = createMachine();
});
test.afterAll(async () => {
  machine?.remove();
  await team?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

test('every law of a year holds of it, each asked of something', () => {
  expect(report.invariants.filter(({ broken }) => broken.length > 0)).toEqual([]);
  expect(report.invariants.filter(({ asked }) => asked === 0)).toEqual([]);
  const { completed, pauses, handOvers, signOffsGranted, grandRounds } = report.tally;
  for (const [name, count] of Object.entries({ completed, pauses, handOvers, signOffsGranted, grandRounds })) expect(count, name).toBeGreaterThan(0);
  test
    .info()
    .annotations.push({ type: 'year', description: `simulated year of ${PAIRS} pairs in ${report.seconds.toFixed(0)} s: ${JSON.stringify(report.tally)}` });
});

async function signInAs(page: Page, part: string): Promise<void> {
  const email = report.signIn.people.find((person) => person.part === part)?.email ?? '';
  await page.goto(`${team.url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(report.signIn.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

const ask = async <T>(page: Page, path: string): Promise<T> => (await (await page.request.get(`${team.url}${path}`)).json()) as T;

/** Rendered, without a failure on it, not wider than a small screen, and clean for axe in both schemes where that is asked. */
async function expectWhole(page: Page, path: string, { axe = true } = {}): Promise<void> {
  await test.step(path, async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path.startsWith('http') ? path : `${team.url}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
    if (axe) await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at 320 px`).toBeLessThanOrEqual(320);
  });
}

const EVERYBODYS = ['/', '/rounds', '/team/cases', '/grand-rounds', '/surveys', '/library', '/people', '/settings', '/programme', '/pair', '/sign-offs'];

for (const part of ['lead of the cohort', 'a preceptee', 'their preceptor', 'signs for others', 'owner of the organisation']) {
  test(`every screen is whole for ${part}`, async ({ page }) => {
    test.setTimeout(300_000);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await signInAs(page, part);
    // Others have the same pages with less on them.
    const axe = ['lead of the cohort', 'a preceptee'].includes(part);
    for (const path of EVERYBODYS) await expectWhole(page, path, { axe });
    const { programmes } = await ask<{ programmes: { id: string; parts: string[] }[] }>(page, '/api/team/programmes');
    const own = programmes.find(({ parts }) => parts.some((one) => one !== 'lead'));
    const { rounds } = await ask<{ rounds: { id: string; case: string; kind: string }[] }>(page, '/api/team/rounds');
    const { grandRounds } = await ask<{ grandRounds: { id: string; state: string }[] }>(page, '/api/team/grand-rounds');
    const { mine, toSign } = await ask<{ mine: { id: string }[]; toSign: { id: string }[] }>(page, '/api/team/sign-offs');
    const { lessons } = await ask<{ lessons: { id: string }[] }>(page, '/api/team/lessons');
    const asked = mine[0] ?? toSign[0];
    const moment = rounds.find(({ kind }) => kind === 'moment');
    const change = rounds.find(({ kind }) => kind === 'deconstruction');
    const revealed = grandRounds.find(({ state }) => state === 'revealed');
    const paths = [
      programmes[0] && `/programme/${programmes[0].id}`,
      own && `/pair/${own.id}`,
      moment && `/team/rounds/${moment.id}`,
      moment && `/team/cases/${moment.case}`,
      change && `/team/rounds/${change.id}`,
      revealed && `/grand-rounds/${revealed.id}`,
      asked && `/sign-offs/${asked.id}`,
      lessons[0] && `/lessons/${lessons[0].id}`,
    ].filter((path) => path !== undefined);
    for (const path of paths) await expectWhole(page, path, { axe });
    expect(problems).toEqual([]);
  });
}

test('a preceptee’s own growth comes of the rounds of their year', async ({ page }) => {
  test.setTimeout(180_000);
  await signInAs(page, 'a preceptee');
  const made = await page.request.post(`${team.url}/api/team/tokens`, { data: { name: 'My machine' }, headers: { origin: team.url } });
  const { token, id } = (await made.json()) as { token: string; id: string };
  mkdirSync(machine.home, { recursive: true });
  writeFileSync(join(machine.home, 'team.json'), JSON.stringify({ url: team.url, token, tokenId: id }), { mode: 0o600 });
  const rounds = await machine.start();
  await page.goto(rounds.enter);
  await page.goto(`${rounds.origin}/growth`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/Brier/).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await expectWhole(page, `${rounds.origin}/growth`);
  await expectWhole(page, `${rounds.origin}/recall`);
  const env = { PATH: process.env['PATH'], HOME: machine.home, ROUNDS_HOME: machine.home, NO_COLOR: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, [ROUNDS, 'portfolio', '--with', 'year', '--json'], { cwd: machine.home, env });
  const { year } = JSON.parse(stdout) as { year: { projects: { closedAt: string | null }[]; checkIns: unknown[]; completedAt: string | null } };
  expect(year.projects.filter(({ closedAt }) => closedAt !== null).length).toBeGreaterThan(3);
  expect(year.checkIns.length).toBeGreaterThan(20);
  const { programmes } = await ask<{ programmes: { id: string; state: string; parts: string[] }[] }>(page, '/api/team/programmes');
  const own = programmes.find(({ parts, state }) => parts.includes('preceptee') && state === 'completed');
  expect(own).toBeDefined();
  const credential = await page.request.get(`${team.url}/api/team/credentials/programmes/${own?.id}`);
  writeFileSync(join(folder, 'credential.json'), await credential.text());
  await promisify(execFile)(process.execPath, [ROUNDS, 'credential', 'verify', join(folder, 'credential.json')], { cwd: folder, env });
});
