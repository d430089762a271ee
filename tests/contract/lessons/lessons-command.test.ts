/** `rounds lessons`, `why`, `import` and `logout` on a machine that is signed in to a real team server. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveTeamFile } from '../../../src/client/team-file.ts';
import type { Lesson } from '../../../src/model/team/lesson.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { startTestTeam, type TestTeam } from '../team/start-test-team.ts';
import type { Browser } from '../team/create-browser.ts';
import { createRepository, type LessonsRepository } from './lessons-workshop.ts';

const main = new URL('../../../src/cli/main.ts', import.meta.url).href;
const LEDGER = 'export function append(row) {\n  rows.push(row);\n  total += row.amount;\n}\n';

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describeWithStore('lessons on the command line', () => {
  let team: TestTeam;
  let anna: Browser;
  let base: string;
  let repository: LessonsRepository;

  /** A process of its own, beside which this one goes on serving. */
  const rounds = (...args: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--eval', `import(${JSON.stringify(main)}).then(({ main }) => main(${JSON.stringify(args)}))`], {
        cwd: repository.root,
        env: { PATH: process.env['PATH'] ?? '', HOME: base, ROUNDS_HOME: join(base, 'state') },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      child.once('close', (code) => resolve({ code, stdout, stderr }));
    });

  beforeAll(async () => {
    team = await startTestTeam();
    anna = await team.foundOrganisation('books');
    base = realpathSync(mkdtempSync(join(tmpdir(), 'rounds lessons command ')));
    repository = createRepository(join(base, 'books'));
    repository.commit('src/ledger.js', LEDGER);
  });
  afterAll(async () => {
    await team.stop();
    rmSync(base, { recursive: true, force: true });
  });

  test('from a lesson to its lines, to the reason of a line, to agents, to the question whether it still holds', async () => {
    const before = await rounds('lessons');
    expect(before.stderr).toContain('rounds login');
    const { id: tokenId, token } = (await (await anna.post('/api/team/tokens', { name: 'laptop' })).json()) as { id: string; token: string };
    expect(saveTeamFile(join(base, 'state'), { url: team.url, token, tokenId }).ok).toBe(true);
    const draft = { rule: 'Push the row before the total.', reasoning: 'A reader may look in between.', tags: ['ledger'], anchors: [] };
    const kept = await anna.post('/api/team/lessons', { lesson: draft, round: null, pair: null });
    const { id } = (await kept.json()) as Lesson;

    expect((await rounds('lessons', 'betwen')).stdout).toContain('Push the row before the total.');
    expect((await rounds('lessons', '--anchor', id, 'src/ledger.js')).stderr).toContain('src/ledger.ts:10-24');
    expect((await rounds('lessons', '--anchor', id, 'src/ledger.js:2-3')).stdout).toContain('holds to 1 place now');
    expect((await rounds('why', 'src/ledger.js:3')).stdout).toMatch(/lesson +Push the row before the total/);
    expect((await rounds('lessons', '--export', 'agents-md')).stderr).toContain('--to');
    expect((await rounds('lessons', '--export', 'agents-md', '--to', 'AGENTS.md')).stdout).toContain('Wrote 1 lesson');
    expect(repository.read('AGENTS.md')).toContain('`src/ledger.js` (`append`)');
    expect((await rounds('lessons', '--check')).stdout).toContain('1 lesson of this repository: 1 place as it was, 0 newly changed.');

    repository.commit('src/ledger.js', LEDGER.replace('row.amount', 'row.net'));
    const imported = await rounds('import');
    expect(imported.stderr).toContain(`src/ledger.js: the code of a lesson has changed, and its authors are asked: “Push the row before the total.” (${id})`);
    expect((await rounds('lessons', '--json')).stdout).toContain('"stale":true');
    expect((await rounds('import')).stderr).not.toContain('a lesson');
  }, 180_000);

  test('without the team what was last seen is here, until one signs out', async () => {
    repository.commit('src/ledger.js', LEDGER);
    const { lessons } = JSON.parse((await rounds('lessons', '--json')).stdout) as { lessons: Lesson[] };
    await rounds('lessons', '--anchor', String(lessons[0]?.id), 'src/ledger.js:2-3');
    await rounds('lessons', '--check');
    await team.stop();
    const away = await rounds('lessons', 'before');
    expect(away.stdout).toContain('Push the row before the total.');
    expect(away.stderr).toContain('As last seen');
    expect((await rounds('why', 'src/ledger.js:2')).stdout).toContain('Push the row before the total.');

    expect((await rounds('logout')).stdout).toContain('signed out');
    expect(existsSync(join(base, 'state', 'team.json'))).toBe(false);
    expect((await rounds('lessons', 'before')).stdout).toBe('');
    expect((await rounds('why', 'src/ledger.js:2')).stdout).not.toContain('Push the row');
  }, 180_000);
});
