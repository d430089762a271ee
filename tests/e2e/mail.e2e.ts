/** Back in by a letter; one's own choice of letters; one's year out to a calendar, and time of the two back out of one. */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { startTestMailServer, type TestMailServer } from '../../src/mail/testing/start-test-mail-server.ts';
import { expectAccessible } from './expect-accessible.ts';
import { startTeam, type RunningTeam } from './start-team.ts';

const PASSWORD = 'correct horse battery';
const NEW_PASSWORD = 'staple battery horse';
let mail: TestMailServer;
let team: RunningTeam;

test.beforeAll(async () => {
  mail = await startTestMailServer();
  team = await startTeam({ ROUNDS_SMTP_URL: `smtp://127.0.0.1:${mail.port}`, ROUNDS_MAIL_FROM: 'Rounds <rounds@acme.example>' });
});
test.afterAll(async () => {
  await team.stop();
  await mail.close();
});

const send = async <T>(page: Page, path: string, data: object, method = 'POST'): Promise<T> => {
  const response = await page.request.fetch(`${team.url}${path}`, { method, data, headers: { origin: team.url } });
  expect(response.ok(), `${path} answered ${response.status()}: ${await response.text()}`).toBe(true);
  return (response.status() === 204 ? null : await response.json()) as T;
};
const linkIn = (text: string | undefined): string => /http\S+#\S+/.exec(text ?? '')?.[0] ?? '';

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto(`${team.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** Ada, who leads and is a preceptee, and Ben; both agreed to their year, and it runs. */
async function startYear(ada: Page, browser: Browser): Promise<void> {
  const token = new URL(team.setUpLink).hash.slice(1);
  await send(ada, '/api/setup', { token, organisation: 'Acme', name: 'Ada', email: 'ada@acme.example', password: PASSWORD });
  await send(ada, '/api/team/invitations', { email: 'ben@acme.example' });
  const [invitation] = await mail.waitFor(1);
  const ben = await (await browser.newContext()).newPage();
  await ben.goto(linkIn(invitation?.text));
  await ben.getByLabel('Your name, as others will see it').fill('Ben');
  await ben.getByLabel('Password').fill(PASSWORD);
  await ben.getByRole('button', { name: 'Join' }).click();
  await expect(ben.getByRole('navigation').first()).toBeVisible();

  const people = await (await ada.request.get(`${team.url}/api/team/people`)).json();
  const idOf = (name: string): string => (people as { people: { id: string; name: string }[] }).people.find((person) => person.name === name)?.id ?? '';
  const cohort = await send<{ id: string }>(ada, '/api/team/cohorts', { name: 'First' });
  const startsAt = new Date(Date.now() - 30 * 86_400_000).toISOString();
  const { id } = await send<{ id: string }>(ada, '/api/team/programmes', { cohort: cohort.id, preceptee: idOf('Ada'), preceptor: idOf('Ben'), startsAt });
  const plan = { onVersion: 1, goal: 'Grow', owner: 'Ada', policyUrl: 'https://acme.example/policy', protectedHoursAWeek: 5, firstMeetingAt: startsAt };
  await send(ada, `/api/team/programmes/${id}/plan`, plan, 'PUT');
  for (const page of [ada, ben]) await send(page, `/api/team/programmes/${id}/agree`, { version: 2 });
  await send(ada, `/api/team/programmes/${id}/move`, { action: 'start' });
}

const stamp = (daysAgo: number): string => `${new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')}T100000Z`;
const entry = (uid: number, title: string, ...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, ...lines, 'END:VEVENT'].join('\r\n');
const calendarFile = [
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN',
  entry(1, 'Ada / Ben', `DTSTART:${stamp(21)}`, 'DURATION:PT45M', 'RRULE:FREQ=WEEKLY;COUNT=3'),
  entry(2, 'Dentist of Ada', `DTSTART:${stamp(5)}`, 'DURATION:PT1H'),
  'END:VCALENDAR\r\n',
].join('\r\n');

test('letters and calendars', async ({ page, browser }) => {
  test.slow();
  await startYear(page, browser);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));

  await test.step('a forgotten password', async () => {
    const guest = await (await browser.newContext()).newPage();
    await guest.goto(`${team.url}/sign-in`);
    await guest.getByRole('link', { name: 'Forgot your password?' }).click();
    await guest.getByLabel('E-mail address of your account').fill('ben@acme.example');
    await expectAccessible(guest);
    await guest.getByRole('button', { name: 'Send me a link' }).click();
    await expect(guest.getByRole('heading', { name: 'Look into your e-mail' })).toBeVisible();
    const letters = await mail.waitFor(2);
    await guest.goto(linkIn(letters[1]?.text));
    await guest.getByLabel('New password').fill(NEW_PASSWORD);
    await expectAccessible(guest);
    await guest.getByRole('button', { name: 'Change it' }).click();
    await expect(guest.getByRole('heading', { name: 'Your password is changed' })).toBeVisible();
    await signIn(guest, 'ben@acme.example', NEW_PASSWORD);
  });

  await test.step('a weekly letter, and an address for calendars', async () => {
    await page.goto(`${team.url}/settings`);
    await page.getByLabel(/A letter a week/).check();
    await page.getByLabel('On', { exact: true }).selectOption('Friday');
    await page.getByLabel('Where you are').selectOption('Europe/Lisbon');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.getByRole('button', { name: 'Send me a trial letter' }).click();
    await expect(page.getByText('The mail server took it.')).toBeVisible();
    await page.getByRole('button', { name: 'Make an address' }).click();
    const address = await page.getByLabel('Address of your calendar').inputValue();
    const calendar = await (await fetch(address)).text();
    expect(calendar).toContain('SUMMARY:Rounds: review with Ben due');
    await page.reload();
    await expect(page.getByLabel(/A letter a week/)).toBeChecked();
    await expect(page.getByLabel('Where you are')).toHaveValue('Europe/Lisbon');
    await page.getByRole('button', { name: 'End it' }).click();
    await expect(page.getByRole('button', { name: 'Make an address' })).toBeVisible();
    expect((await fetch(address)).status).toBe(404);
  });

  await test.step('time out of a calendar: read here, and only when it was leaves', async () => {
    await page.getByLabel('A calendar file (.ics)').setInputFiles({ name: 'mine.ics', mimeType: 'text/calendar', buffer: Buffer.from(calendarFile) });
    await expect(page.getByText('Which of these were time of you and Ben?')).toBeVisible();
    await expect(page.getByText('Dentist of Ada')).toBeHidden();
    await page.getByRole('checkbox', { name: /^Ada \/ Ben/ }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Offer 3 to Ben' }).click();
    await expect(page.getByText('3 offered. Ben confirms them.')).toBeVisible();
    expect(sent.join('\n')).not.toMatch(/Ada \/ Ben|Dentist|BEGIN:/);
    await page.getByRole('checkbox', { name: /^Ada \/ Ben/ }).check();
    await page.getByRole('button', { name: 'Offer 3 to Ben' }).click();
    await expect(page.getByText('0 offered, 3 were there already. Ben confirms them.')).toBeVisible();
  });
});
