/** From a rating in a debrief to a signed level: five people, five browsers, a team's server. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import type { PublishedIssuer } from '../../src/model/api/team/credentials.ts';
import type { SignedBadge } from '../../src/model/credential.ts';
import { sampleCase, sampleDebrief, sampleJudgement } from '../contract/team/sample-case.ts';
import { expectAccessible } from './expect-accessible.ts';
import { startTeam, type RunningTeam } from './start-team.ts';

const PASSWORD = 'correct horse battery';
let team: RunningTeam;

test.beforeAll(async () => {
  team = await startTeam();
});
test.afterAll(() => team.stop());

const post = async <T>(page: Page, path: string, data: object = {}): Promise<T> => {
  const response = await page.request.post(`${team.url}${path}`, { data, headers: { origin: team.url } });
  expect(response.ok(), `${path} answered ${response.status()}: ${await response.text()}`).toBe(true);
  return (response.status() === 204 ? null : await response.json()) as T;
};
const idOf = async (page: Page): Promise<string> => ((await (await page.request.get(`${team.url}/api/me`)).json()) as { id: string }).id;
const token = (link: string): string => new URL(link).hash.slice(1);

test('somebody is rated, asks, and is signed off by a third person', async ({ browser }, info) => {
  test.setTimeout(300_000);
  const open = async (): Promise<Page> => (await browser.newContext()).newPage();
  const [ada, pia, bo, cy, dee] = [await open(), await open(), await open(), await open(), await open()];
  await post(ada, '/api/setup', { token: token(team.setUpLink), organisation: 'Mill', name: 'Ada', email: 'ada@example.org', password: PASSWORD });
  for (const [page, name] of [
    [pia, 'Pia'],
    [bo, 'Bo'],
    [cy, 'Cy'],
    [dee, 'Dee'],
  ] as const) {
    const { link } = await post<{ link: string }>(ada, '/api/team/invitations', { email: `${name}@example.org` });
    await post(page, '/api/join', { token: token(link), name, password: PASSWORD });
  }
  const [piasId, boId, cyId] = await Promise.all([pia, bo, cy].map(idOf));
  const shot = (page: Page, name: string): Promise<unknown> => page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });

  const reveal = async (n: number): Promise<string> => {
    const [rater, raterId] = n % 2 === 0 ? [bo, boId] : [cy, cyId];
    const { id: pair } = await post<{ id: string }>(pia, '/api/team/pairs', { name: `Pia and ${n % 2 === 0 ? 'Bo' : 'Cy'}`, people: [raterId] });
    const given = sampleCase(pair, `case ${n}`);
    if (given.kind !== 'moment') throw new Error('a moment was expected');
    const { id } = await post<{ id: string }>(pia, '/api/team/cases', {
      ...given,
      case: { ...given.case, repository: n % 2 === 0 ? 'shop' : 'bank' },
      withheld: { ...given.withheld, outcome: { ...given.withheld.outcome, activities: ['E5'] } },
    });
    const { id: round } = await post<{ id: string }>(rater, '/api/team/rounds', { case: id, people: [piasId] });
    for (const page of [rater, pia]) await post(page, `/api/team/rounds/${round}/seal`, sampleJudgement('No run shows it.'));
    await post(rater, `/api/team/rounds/${round}/start-debrief`);
    return round;
  };
  const rounds: string[] = [];
  for (const n of [0, 1, 2, 3, 4]) rounds.push(await reveal(n));

  await test.step('rating in the debrief, two questions apart', async () => {
    await pia.goto(`${team.url}/team/rounds/${rounds[0]}`);
    await expect(pia.getByRole('heading', { name: 'Who may do what next time' })).toBeVisible();
    await bo.goto(`${team.url}/team/rounds/${rounds[0]}`);
    await bo.getByRole('button', { name: 'About Pia' }).click();
    await expect(bo.getByLabel('Activity')).toHaveValue('E5');
    await bo.getByLabel('How did Pia do it this time?').selectOption('3');
    await bo.getByLabel('How may Pia do the next one?').selectOption('4');
    await bo.getByLabel('The agent was wrong here, and Pia caught it').check();
    await bo.getByLabel('A note, if you like').fill('She asked for the run before I did.');
    await expectAccessible(bo);
    await shot(bo, 'rate');
    await bo.getByRole('button', { name: 'Say it', exact: true }).click();
    // Live, and only to whom it is about: that it was said, until she has said hers.
    await expect(pia.getByText('Bo said something about you: this time and the next one, E5 Prove it works.')).toBeVisible();
    await expect(pia.getByText('Bo about you: the next one at level 4')).toBeHidden();
    await pia.getByRole('button', { name: 'About yourself' }).click();
    await pia.getByLabel('How may you do the next one?').selectOption('3');
    await pia.getByRole('button', { name: 'Say it', exact: true }).click();
    await expect(bo.getByText('Pia about themselves: the next one at level 3')).toBeVisible();
    await expect(pia.getByText('Bo about you: the next one at level 4')).toBeVisible();
    await expectAccessible(pia);
    await shot(pia, 'rated');
  });
  for (const [n, round] of rounds.entries())
    if (n > 0) {
      await post(n % 2 === 0 ? bo : cy, `/api/team/rounds/${round}/ratings`, { person: piasId, activity: 'E5', prospective: 4 });
      await post(pia, `/api/team/rounds/${round}/ratings/look`, { activity: 'E5' });
    }

  await test.step('asking, with every reason against it said first', async () => {
    await pia.goto(`${team.url}/sign-offs`);
    await expect(pia.getByText('Nothing is signed for you now.')).toBeVisible();
    await pia.getByLabel('Level').selectOption('5');
    await expect(pia.getByText('So far 0 of 5 cases, rated at level 5 or above.')).toBeVisible();
    await expectAccessible(pia);
    await shot(pia, 'ask-refused');
    await pia.getByLabel('Level').selectOption('4');
    await expect(pia.getByText('What speaks against it now')).toBeHidden();
    await expect(pia.getByRole('button', { name: 'Ask for the sign-off' })).toBeDisabled();
    await pia.getByLabel('Who should sign').selectOption('Dee');
    await expectAccessible(pia);
    await shot(pia, 'ask');
    await dee.goto(`${team.url}/sign-offs`);
    await cy.goto(`${team.url}/sign-offs`);
    await pia.getByRole('button', { name: 'Ask for the sign-off' }).click();
    await expect(pia.getByText('it waits for Dee')).toBeVisible();
  });

  await test.step('who rated may disagree, and is answered', async () => {
    await expect(cy.getByRole('heading', { name: 'Do you disagree?' })).toBeVisible();
    await cy.getByRole('button', { name: 'I disagree' }).click();
    await cy.getByLabel('Why you disagree').fill('She has not mended one under load.');
    await expectAccessible(cy);
    await shot(cy, 'dissent');
    await cy.getByRole('button', { name: 'Say it', exact: true }).click();
    await expect(cy.getByText('Nothing is signed before that is answered.')).toBeVisible();

    await dee.getByRole('link', { name: /Look at it/ }).click();
    await expect(dee.getByText('Dissent stands without an answer: Cy.')).toBeVisible();
    await expect(dee.getByRole('button', { name: 'Sign it' })).toBeDisabled();
    await expect(dee.getByText('a case that is not shared with you')).toHaveCount(5);
    await expectAccessible(dee);
    await shot(dee, 'decide-refused');
    await dee.getByRole('button', { name: 'Answer it' }).click();
    await dee.getByLabel('What you answer Cy').fill('The fourth case was one.');
    await dee.getByRole('button', { name: 'Answer', exact: true }).click();
  });

  await test.step('signed, it holds, and changes what is looked at', async () => {
    await expect(dee.getByRole('button', { name: 'Sign it' })).toBeEnabled();
    await dee.getByRole('button', { name: 'Sign it' }).press('Enter');
    await expect(dee.getByText('It holds until')).toBeVisible();
    await expect(pia.getByText(/^It holds until/)).toBeVisible();
    await pia.goto(`${team.url}/sign-offs`);
    await expect(pia.getByText(/Signed by Dee, until .*: looked at after the fact, in samples\./)).toBeVisible();
    await expectAccessible(pia);
    const saved = pia.waitForEvent('download');
    await pia.getByRole('link', { name: 'Save the credential of E5' }).press('Enter');
    expect((await saved).suggestedFilename()).toBe('credential-E5.json');
    const [file, list] = [info.outputPath('credential.json'), info.outputPath('reversed.json')];
    await (await saved).saveAs(file);
    const { issuer, credentialStatus } = JSON.parse(readFileSync(file, 'utf8')) as SignedBadge;
    const key = (await (await pia.request.get(issuer.url ?? '')).json()) as PublishedIssuer;
    writeFileSync(list, await (await pia.request.get(credentialStatus?.statusListCredential ?? '')).body());
    const asked = ['credential', 'verify', file, '--issuer', key.id, '--status', list];
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL('../../bin/rounds.js', import.meta.url)), ...asked], {
      env: { PATH: process.env['PATH'], HOME: info.outputPath('home'), NO_COLOR: '1' },
    });
    expect(stdout).toContain('It was not reversed by');
    expect(stdout).toContain('It holds, as far as it was checked.');
    await pia.emulateMedia({ colorScheme: 'dark' });
    await shot(pia, 'held-dark');
    await pia.setViewportSize({ width: 320, height: 640 });
    await expectAccessible(pia);
    expect(await pia.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await shot(pia, 'held-narrow');
    await pia.setViewportSize({ width: 1280, height: 800 });
    await post(bo, `/api/team/rounds/${rounds[0]}/close`, sampleDebrief);
    await pia.goto(`${team.url}/team/rounds/${rounds[0]}`);
    await expect(pia.getByText(/You: Signed at level 4 for E5 Prove it works until/)).toBeVisible();
    await expectAccessible(pia);
    await shot(pia, 'review');
    await bo.goto(`${team.url}/team/rounds/${rounds[0]}`);
    await expect(bo.getByRole('heading', { name: 'Who may do what next time' })).toBeVisible();
    await expect(bo.getByText('Signed at level 4')).toBeHidden();
  });

  await test.step('a belief that is shown is read by the partner, contested, and gone when it is taken back', async () => {
    const body = {
      id: 'C1',
      belief: 'A sleep or a retry fixes a race.',
      refutation: 'It makes it rarer.',
      transferCase: 'A queue.',
      questionToAsk: 'Why would it not come back?',
      evidence: [{ source: 'question', direction: 'for', words: 'It is more reliable now.', at: '2026-05-01T00:00:00.000Z', sign: 'said so' }],
      standing: {
        state: 'confirmed',
        band: 'much',
        occasionsFor: 2,
        occasionsAgainst: 0,
        inOwnWords: 1,
        contested: null,
        relapses: 0,
        addressedAt: null,
        transferAt: null,
        delayedRecallAt: null,
        missing: [],
        history: [],
      },
    };
    const { id } = await post<{ id: string }>(pia, '/api/team/shown-growth', { reader: boId, shown: { kind: 'belief', subject: 'C1', body } });
    await bo.goto(`${team.url}/sign-offs`);
    await expect(bo.getByText('It is more reliable now.')).toBeVisible();
    await bo.getByRole('button', { name: 'I do not think that is so' }).click();
    await bo.getByLabel('Why it is not so').fill('She reproduced the last one herself.');
    await expectAccessible(bo);
    await shot(bo, 'shown-to-me');
    await bo.getByRole('button', { name: 'Say it', exact: true }).click();
    await expect(bo.getByText('“She reproduced the last one herself.”')).toBeVisible();
    await pia.request.delete(`${team.url}/api/team/shown-growth/${id}`, { headers: { origin: team.url } });
    await expect(bo.getByText('It is more reliable now.')).toBeHidden();
  });

  await test.step('reversed, it holds no more', async () => {
    await dee.getByRole('button', { name: 'Reverse it' }).click();
    await dee.getByLabel('What came up since').fill('Two of the fixes came back.');
    await shot(dee, 'reverse');
    await dee.getByRole('button', { name: 'Reverse', exact: true }).click();
    await expect(dee.getByText('“Two of the fixes came back.”')).toBeVisible();
    await expectAccessible(dee);
    await pia.goto(`${team.url}/sign-offs`);
    await expect(pia.getByText('Nothing is signed for you now.')).toBeVisible();
    await expect(pia.getByText('2 entries')).toBeVisible();
  });
});
