/** `rounds calendar` on a machine that is logged in to a real team server. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveTeamFile } from '../../../src/client/team-file.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { insertProgramme } from './insert-programme.ts';
import { whoIs } from './read.ts';

const main = new URL('../../../src/cli/main.ts', import.meta.url).href;
const DAY_MS = 86_400_000;
const daysAgo = (days: number): Date => new Date(Math.floor(Date.now() / DAY_MS - days) * DAY_MS + 10 * 3_600_000);
const stamp = (days: number): string => daysAgo(days).toISOString().slice(0, 19).replaceAll(/[-:]/g, '') + 'Z';
const entry = (uid: number, ...lines: readonly string[]): string => ['BEGIN:VEVENT', `UID:${uid}`, 'DURATION:PT1H', ...lines, 'END:VEVENT'].join('\r\n');

describeWithStore('a calendar on the command line', () => {
  let team: TestTeam;
  let learner: string;
  let home: string;

  const rounds = (...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--eval', `import(${JSON.stringify(main)}).then(({ main }) => main(${JSON.stringify(args)}))`], {
        cwd: home,
        env: { PATH: process.env['PATH'] ?? '', HOME: home, ROUNDS_HOME: join(home, 'state'), TZ: 'UTC' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      child.once('close', (code) => resolve({ code, stdout, stderr }));
    });
  const kept = (): Promise<string> =>
    withClient(team.database.owner, async (client) =>
      JSON.stringify((await client.query('select t::text, from_at from rounds.protected_time t order by from_at')).rows),
    );

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'rounds calendar '));
    team = await startTestTeam();
    const owner = await team.foundOrganisation('acme');
    const anna = await team.join(owner, 'anna@acme.example');
    const ben = await team.join(owner, 'ben@acme.example');
    learner = (await whoIs(anna)).id;
    const startsAt = daysAgo(60).toISOString();
    await insertProgramme(team, { lead: (await whoIs(owner)).id, preceptee: learner, preceptor: (await whoIs(ben)).id, startsAt });
    const made = (await (await anna.post('/api/team/tokens', { name: 'laptop' })).json()) as { id: string; token: string };
    saveTeamFile(join(home, 'state'), { url: team.url, token: made.token, tokenId: made.id });
    writeFileSync(
      join(home, 'mine.ics'),
      [
        'BEGIN:VCALENDAR',
        entry(1, 'SUMMARY:Dentist', `DTSTART:${stamp(5)}`),
        entry(2, 'SUMMARY:Coffee \u001b[31mred', 'ATTENDEE:mailto:ben@acme.example', `DTSTART:${stamp(21)}`, 'RRULE:FREQ=WEEKLY;COUNT=3'),
        entry(3, 'SUMMARY:Long ago with Ben', `DTSTART:${stamp(90)}`),
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  }, 60_000);
  afterAll(async () => {
    await team.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('shows what looks like meetings of the two, within their year', async () => {
    const { code, stdout, stderr } = await rounds('calendar', 'mine.ics');
    expect([code, stdout.trim().split('\n').length]).toEqual([0, 1]);
    expect(stdout).toMatch(/^ {2}1 {2}.+ {2}3 times {2}Coffee/);
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toContain('1 more with --all.');
    expect((await rounds('calendar', 'mine.ics', '--all')).stdout).toContain('Dentist');
    expect(await kept()).toBe('[]');
  });

  it('offers what is chosen, as begin and end alone, once', async () => {
    expect((await rounds('calendar', 'mine.ics', '--offer', '1')).stdout).toBe('3 times offered to ben, who confirms them.\n');
    const rows = await kept();
    for (const at of [21, 14, 7]) expect(rows).toContain(daysAgo(at).toISOString());
    expect(rows).toContain(learner);
    expect(rows).not.toMatch(/Coffee|acme\.example/);
    expect((await rounds('calendar', 'mine.ics', '--offer', '1')).stdout).toBe('0 times offered to ben, who confirms them. 3 had been before.\n');
  });

  it('says what is wrong, and offers nothing then', async () => {
    const before = await kept();
    expect(await rounds('calendar', 'none.ics')).toMatchObject({ stderr: expect.stringContaining('none.ics cannot be read') as string });
    writeFileSync(join(home, 'other.txt'), 'hello');
    expect((await rounds('calendar', 'other.txt')).stderr).toContain('This is no calendar');
    expect((await rounds('calendar', 'mine.ics', '--offer', '9')).stderr).toContain('There is no number 9');
    expect((await rounds('calendar', 'mine.ics', '--with', 'Zoe')).stderr).toContain('No year of yours with this person runs');
    expect(await kept()).toBe(before);
  });
});
