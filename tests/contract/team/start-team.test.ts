/** `rounds start` for two: each in a terminal of their own, on a real server and database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveTeamFile } from '../../../src/client/team-file.ts';
import type { MadeToken } from '../../../src/model/api/team/accounts.ts';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { runInTerminal, type TerminalRun } from '../cli/run-in-terminal.ts';
import { runRounds } from '../cli/run-rounds.ts';
import { take } from '../server/start-test-server.ts';
import type { Browser } from './create-browser.ts';
import { sampleCase } from './sample-case.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const judge = async (terminal: TerminalRun, verdict: string, reason: string): Promise<void> => {
  for (const [question, answer] of [
    ['What would you do', verdict],
    ['Which lines decided it', '1'],
    ['Why?', reason],
    ['Choose one statement', '1'],
    ['How likely', '80'],
    ['change your mind', ''],
  ] as const) {
    await terminal.see(question);
    terminal.type(answer);
  }
};

describeWithStore('a round for two in two terminals', () => {
  let team: TestTeam;
  let [ada, bob] = [] as unknown as [Browser, Browser];
  const homes: string[] = [];
  let round: TeamRound;

  const signIn = async (who: Browser): Promise<string> => {
    const home = mkdtempSync(join(tmpdir(), 'rounds team home '));
    homes.push(home);
    const made = await read<MadeToken>(await who.post('/api/team/tokens', { name: 'terminal' }), 201);
    take(saveTeamFile(join(home, 'state'), { url: team.url, token: made.token, tokenId: made.id }));
    return home;
  };

  beforeAll(async () => {
    team = await startTestTeam();
    ada = await team.foundOrganisation('acme');
    bob = await team.join(ada, 'bob@acme.example');
    const bobsId = (await whoIs(bob)).id;
    const pair = (await read<{ id: string }>(await ada.post('/api/team/pairs', { name: 'Ada and Bob', people: [bobsId] }), 201)).id;
    const shared = await read<SharedCase>(await ada.post('/api/team/cases', sampleCase(pair, 'one')), 201);
    round = await read<TeamRound>(await ada.post('/api/team/rounds', { case: shared.id, people: [bobsId] }), 201);
  });
  afterAll(async () => {
    await team.stop();
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  });

  it('opens for both at once, live, and ends with one rule', { timeout: 120_000 }, async () => {
    const [adas, bobs] = [await signIn(ada), await signIn(bob)];
    const his = runInTerminal(['start', '--team'], { home: bobs });
    await judge(his, 'reject', 'No run shows it.');
    await his.see('remember how this ended');
    his.type('n');
    await his.see('or "pass"');
    his.type('seal');
    await his.see('You have answered');

    const hers = runInTerminal(['start', round.id], { home: adas });
    await hers.see('You lived through this one');
    await judge(hers, 'accept', 'I would take it.');
    await hers.see('or "pass"');
    for (const text of [his.raw(), hers.raw()]) expect(text).not.toContain('WITHHELD');
    expect(hers.raw()).not.toContain('No run shows it.');
    // She leaves: what she wrote is on her machine.
    hers.press('\u0003');
    expect(await hers.end()).toBe(130);
    const again = runInTerminal(['start', round.id], { home: adas });
    await again.see('Why: I would take it.');
    await again.see('or "pass"');
    again.type('seal');
    for (const terminal of [his, again]) {
      await terminal.see('Where you disagree');
      await terminal.see('WITHHELD one');
      await terminal.see('Enter goes on');
    }
    his.type('');
    for (const [question, answer] of [
      ['What was right?', 'Read the output first.'],
      ['What moved you', ''],
      ['still unclear', ''],
      ['do next time', 'Run the whole suite.'],
      ['One general rule', 'Run what the claim is about before making it.'],
      ['"close"', 'close'],
    ] as const) {
      await his.see(question);
      his.type(answer);
    }
    await his.see('The rule you keep');
    expect(await his.end()).toBe(0);
    // Hers goes on where the round has gone meanwhile.
    again.type('');
    await again.see('The rule you keep');
    expect(await again.end()).toBe(0);
    const printed = runInTerminal(['start', round.id, '--json'], { home: bobs });
    await printed.see('"state":"closed"');
    expect(await printed.end()).toBe(0);
  });

  it('prints null, and ends well, where nothing waits', { timeout: 60_000 }, async () => {
    const eve = await team.join(ada, 'eve@acme.example');
    const home = await signIn(eve);
    const printed = runInTerminal(['start', '--team', '--json'], { home });
    await printed.see('null');
    expect(await printed.end()).toBe(0);
    const asked = runInTerminal(['start', '--team'], { home });
    await asked.see('No round for two waits for you.');
    expect(await asked.end()).toBe(0);
  });

  it('says what to do where nobody is signed in', () => {
    const home = mkdtempSync(join(tmpdir(), 'rounds team home '));
    homes.push(home);
    const { status, stderr } = runRounds(['start', '--team', '--json'], { home });
    expect(status).toBe(2);
    expect(stderr).toContain('rounds login');
  });
});
