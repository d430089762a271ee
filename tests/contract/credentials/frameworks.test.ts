/** Activities as CASE, a ladder, and xAPI: in and out of a journal, through the command line. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFramework, forgetFramework, importFramework, loadFramework } from '../../../src/app/frameworks/kept-framework.ts';
import { forgetLadder, importLadder, showLadder } from '../../../src/app/frameworks/kept-ladder.ts';
import { OWN_FRAMEWORK } from '../../../src/app/frameworks/own-framework.ts';
import { showGrowth } from '../../../src/app/growth/show-growth.ts';
import { casePackageSchema } from '../../../src/credentials/case/case-schema.ts';
import { statementSchema } from '../../../src/credentials/xapi/statement-schema.ts';
import { runRounds } from '../cli/run-rounds.ts';
import { makeHome, startTestServer, take, type TestServer } from '../server/start-test-server.ts';
import { playRace, writeRace } from './play-race.ts';

const LADDER =
  'ladder: Acme\nversion: 2\nrungs:\n  - rung: One\n    asks:\n      - { says: Judges, activity: E4, level: 3 }\n      - { says: "Hires\u001b[2J" }\n';

let home: string;
let server: TestServer;
beforeAll(async () => {
  home = makeHome();
  writeRace(home);
  server = await startTestServer({ home, clock: () => new Date('2026-03-05T10:00:00.000Z') });
  await playRace(server, home);
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

const write = (name: string, text: string): string => {
  writeFileSync(join(home, name), text);
  return name;
};
const run = (...args: string[]) => runRounds(args, { home, env: { ROUNDS_HOME: join(home, 'rounds') } });

describe('the 13 activities', () => {
  it('go out as CASE and come back the same', () => {
    const { app } = server;
    const file = take(exportFramework(app, 'own.json', false));
    const sent = casePackageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect([sent.CFItems?.length, sent.CFAssociations?.length, sent.CFRubrics?.length]).toEqual([13, 13, 13]);
    expect(sent.CFRubrics?.every(({ CFRubricCriteria }) => CFRubricCriteria?.[0]?.CFRubricCriterionLevels?.length === 5)).toBe(true);
    expect(take(importFramework(app, 'own.json'))).toEqual({ framework: OWN_FRAMEWORK, notes: [] });
    take(forgetFramework(app));
  });

  it('take the texts of an own file, and go back', () => {
    const { app } = server;
    const text = (): string | undefined => take(showGrowth(app)).activities.find(({ activity }) => activity === 'E4')?.levels[2]?.text;
    const before = text();
    const own = readFileSync(join(home, 'own.json'), 'utf8').replace(before ?? '?', 'Points to lines, as we do here.');
    take(importFramework(app, write('ours.json', own)));
    expect(text()).toBe('Points to lines, as we do here.');
    expect(take(app.journal.attempt(() => loadFramework(app.journal))).activities).toHaveLength(13);
    take(forgetFramework(app));
    expect(text()).toBe(before);
  });
});

describe('a ladder', () => {
  it('stands beside what I have, and puts me on no rung', async () => {
    const { app } = server;
    expect(await showLadder(app)).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
    expect(take(importLadder(app, write('ladder.yaml', LADDER))).notes).toHaveLength(1);
    const practised = take(showGrowth(app)).activities.find(({ activity }) => activity === 'E4')?.rounds.length;
    const [rung] = take(await showLadder(app)).rungs;
    expect(rung?.asks).toMatchObject([
      { activity: 'E4', level: 3, rounds: practised, signed: null },
      { rounds: null, signed: null },
    ]);
    expect(Object.keys(rung ?? {})).toEqual(['rung', 'asks']);
    take(forgetLadder(app));
  });
});

describe('on the command line', () => {
  it('a ladder is taken and shown, or refused with its place', () => {
    expect(run('ladder')).toMatchObject({ status: 2, stdout: '' });
    expect(run('ladder', 'import', write('ladder.yaml', LADDER)).stdout).toBe('Taken: Acme, version 2, 1 rung.\n');
    const shown = run('ladder').stdout;
    expect(shown).toContain('E4 Judge and accept or refuse, level 3 (Points to lines and evidence, and states how sure.): ');
    expect(shown).not.toContain('\u001b[2J');
    const refused = run('ladder', 'import', write('broken.yaml', LADDER.replace('E4', 'E40')));
    expect(refused).toMatchObject({ status: 3, stdout: '' });
    expect(refused.stderr).toContain('Line 6, column ');
  });

  it('activities are listed, written and read', () => {
    expect(run('activities').stdout).toContain('E13 Learn and teach in the open');
    expect(run('activities', 'export', 'own.json').status).toBe(2);
    expect(run('activities', 'export', 'own.json', '--force').status).toBe(0);
    expect(run('activities', 'import', 'own.json').stdout).toContain('13 activities.');
    expect(run('activities', 'import', write('foreign.json', '{"CFItems":[]}'))).toMatchObject({ status: 3, stdout: '' });
  });

  it('what was ticked comes as xAPI statements, by account alone', () => {
    expect(run('portfolio', '--xapi')).toMatchObject({ status: 2, stdout: '' });
    const { stdout } = run('portfolio', '--with', 'activities', 'lessons', '--xapi', '--account', 'ada', '--home-page', 'https://rounds.example.org');
    const statements = (JSON.parse(stdout) as unknown[]).map((one) => statementSchema.parse(one));
    expect(statements.map(({ verb }) => verb.display['en'])).toEqual(['completed', 'authored']);
  });
});
