/** Comparisons and deconstructions as rounds for two: real repository, real tests of it, real server and database. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { drawComparison } from '../../../src/app/compare/draw-comparison.ts';
import { openApp } from '../../../src/app/open-app.ts';
import { readEnvironment } from '../../../src/app/read-environment.ts';
import { createTeamPort } from '../../../src/app/share/open-team-port.ts';
import { previewComparison } from '../../../src/app/share/preview-comparison.ts';
import { previewDeconstruction } from '../../../src/app/share/preview-deconstruction.ts';
import type { WorkPreview } from '../../../src/app/share/preview-work.ts';
import { shareCase } from '../../../src/app/share/share-case.ts';
import { createTeamClient } from '../../../src/client/team-client.ts';
import { saveTeamFile } from '../../../src/client/team-file.ts';
import type { MadeToken, Me } from '../../../src/model/api/team/accounts.ts';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { take } from '../server/start-test-server.ts';
import { runInTerminal } from '../cli/run-in-terminal.ts';
import type { Browser } from './create-browser.ts';
import { sampleDebrief, sampleJudgement } from './sample-case.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const SECRET = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;

const see = async (who: Browser, { id }: TeamRound): Promise<TeamRound> => read(await who.get(`/api/team/rounds/${id}`));
const seal = (who: Browser, { id }: TeamRound, body: unknown): Promise<Response> => who.post(`/api/team/rounds/${id}/seal`, body);

describeWithStore('rounds of other kinds', { timeout: 120_000 }, () => {
  let team: TestTeam;
  let [ada, bob] = [] as unknown as [Browser, Browser];
  let bobsId: Me['id'];
  let app: App;
  let port: ReturnType<typeof createTeamPort>;
  const root = mkdtempSync(join(tmpdir(), 'rounds work '));
  const home = mkdtempSync(join(tmpdir(), 'rounds home '));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: root, stdio: 'pipe' }).toString();
  const write = (name: string, text: string): void => writeFileSync(join(root, name), text);
  const commit = (message: string): void => void (git('add', '-A'), git('commit', '-qm', message));

  beforeAll(async () => {
    git('init', '-q', '-b', 'main');
    write('package.json', '{"type":"module","scripts":{"test":"node --test"}}');
    write('last.js', 'export const last = (items) => undefined;\n');
    write(
      'last.test.js',
      `import { test } from 'node:test';\nimport assert from 'node:assert';\nimport { last } from './last.js';\ntest('finds the last', () => assert.equal(last([1, 2]), 2));\n`,
    );
    commit('a task');
    for (const [branch, body] of [
      ['by-heron', 'items.at(-1)'],
      ['by-otter', `items[items.length] // ${SECRET}`],
    ] as const) {
      git('checkout', '-q', '-b', branch, 'main');
      write('last.js', `export const last = (items) => ${body};\n`);
      commit(`written ${branch}`);
    }
    git('checkout', '-q', '-b', 'change', 'by-heron');
    write('first.js', 'export const first = (items) => items[0];\n');
    commit('more of it');
    team = await startTestTeam();
    ada = await team.foundOrganisation('acme');
    bob = await team.join(ada, 'bob@acme.example');
    bobsId = (await whoIs(bob)).id;
    await read(await ada.post('/api/team/pairs', { name: 'Ada and Bob', people: [bobsId] }), 201);
    const { token } = await read<MadeToken>(await ada.post('/api/team/tokens', { name: 'her machine' }), 201);
    port = createTeamPort(createTeamClient({ url: team.url, token }));
    const environment = readEnvironment();
    app = take(openApp({ environment: { ...environment, variables: { ...environment.variables, ROUNDS_HOME: home } } }));
  });
  afterAll(async () => {
    await app?.close();
    await team?.stop();
    for (const folder of [root, home]) rmSync(folder, { recursive: true, force: true });
  });

  const share = async (preview: WorkPreview): Promise<TeamRound> => {
    const { caseId } = take(await shareCase(app, port, preview.digest));
    expect(caseId).toMatch(/^c_/);
    return read(await ada.post('/api/team/rounds', { case: caseId, people: [bobsId] }), 201);
  };
  it('ranks outputs blind, and the checks of its owner’s machine settle it', async () => {
    const drawn = take(await drawComparison(app, { folder: root, refs: ['by-heron', 'by-otter'] }));
    const preview = take(await previewComparison(app, port, { id: drawn.id, task: 'Give back the last item of a list.' }));
    expect(preview.bytes.toString()).not.toContain(SECRET);
    const round = await share(preview);
    expect(round).toMatchObject({ state: 'sealing', case: { kind: 'comparison', content: null, comparison: { outputs: [{ letter: 'A' }, { letter: 'B' }] } } });
    // Its owner has seen no more than the others.
    expect(round.participants.map(({ knewOutcome }) => knewOutcome)).toEqual([false, false]);
    for (const who of [ada, bob]) {
      const seen = JSON.stringify([await see(who, round), await read(await who.get('/api/team/rounds')), await read(await who.get('/api/team/cases'))]);
      expect(seen).not.toMatch(/heron|otter|written|finds the last|comparisonTruth/);
      expect(seen).not.toContain(root);
    }
    const heron = drawn.outputs.find(({ ref }) => ref === 'by-heron')?.letter === 'A' ? 'A' : 'B';
    const otter = heron === 'A' ? 'B' : 'A';
    expect((await seal(bob, round, sampleJudgement('It is a judgement.'))).status).toBe(400);
    expect((await seal(bob, round, { ranking: [heron], passes: { [heron]: 80 }, reason: 'x' })).status).toBe(400);
    const bobs = { ranking: [heron, otter], passes: { [heron]: 90, [otter]: 20 }, reason: 'The other reads past the end.', knewOutcome: false };
    const sealed = await read<TeamRound>(await seal(bob, round, bobs));
    expect(sealed).toMatchObject({ state: 'sealing', answers: null });
    expect((await seal(bob, round, bobs)).status).toBe(409);
    expect(JSON.stringify(await see(ada, round))).not.toContain('reads past');
    const adas = { ...bobs, ranking: [otter, heron], passes: { [heron]: 50, [otter]: 50 }, reason: 'Shorter.' };
    const revealed = await read<TeamRound>(await seal(ada, round, adas));
    expect(revealed).toMatchObject({ state: 'revealed', outcome: null });
    const letters = Object.fromEntries((revealed.comparisonTruth?.outputs ?? []).map(({ ref, letter }) => [ref, letter]));
    expect(letters).toEqual({ 'by-heron': heron, 'by-otter': otter });
    expect(revealed.comparisonTruth?.results.find(({ letter }) => letter === otter)).toMatchObject({ passed: false, failingTests: ['finds the last'] });
    expect(revealed.answers?.map(({ ranking, rankingScore }) => [ranking?.reason, rankingScore?.brier, rankingScore?.bestPasses, rankingScore?.pairs])).toEqual(
      [
        [bobs.reason, expect.closeTo((0.1 ** 2 + 0.2 ** 2) / 2), true, { right: 1, of: 1 }],
        [adas.reason, 0.25, false, { right: 0, of: 1 }],
      ],
    );
    await read(await bob.post(`/api/team/rounds/${round.id}/start-debrief`));
    expect(await read<TeamRound>(await ada.post(`/api/team/rounds/${round.id}/close`, sampleDebrief))).toMatchObject({ state: 'closed' });
  });

  it('takes a change apart by two, and hunks no test minds stay until somebody says why', async () => {
    const preview = take(await previewDeconstruction(app, port, { range: 'main..change', folder: root, top: 10, task: 'Find the first too.' }));
    expect(app.journal.deconstructions.listUnexplained(root)).toEqual([]);
    const round = await share(preview);
    const hunks = round.case.deconstruction?.hunks ?? [];
    expect(hunks).toHaveLength(2);
    const [last, first] = ['at(-1)', 'first'].map(
      (word) => hunks.find(({ hunk }) => hunk.lines.some((line) => line.includes(word) && line.startsWith('+')))?.id ?? '?',
    );
    expect(JSON.stringify(await see(ada, round))).not.toMatch(/unexplained|needed|deconstructionTruth/);
    const nothing = { expects: 'nothing' };
    expect((await seal(bob, round, { predictions: { [first ?? '']: nothing } })).status).toBe(400);
    expect((await bob.post(`/api/team/rounds/${round.id}/notes`, { hunk: first, how: 'explained', words: 'Read elsewhere.' })).status).toBe(409);
    await read(await seal(bob, round, { predictions: { [first ?? '']: nothing, [last ?? '']: { expects: 'failure', test: 'the last' } } }));
    const revealed = await read<TeamRound>(await seal(ada, round, { predictions: { [first ?? '']: { expects: 'failure', test: '' }, [last ?? '']: nothing } }));
    const findings = Object.fromEntries((revealed.deconstructionTruth?.findings ?? []).map(({ id, finding }) => [id, finding]));
    expect(findings[first ?? '']).toBe('unexplained');
    expect(revealed.answers?.map(({ predictionScore }) => predictionScore?.rightByHunk[first ?? ''])).toEqual([true, false]);
    expect(revealed.hunkNotes).toEqual([]);
    const noted = await read<TeamRound>(
      await bob.post(`/api/team/rounds/${round.id}/notes`, { hunk: first, how: 'explained', words: 'Only the nightly job reads it.' }),
    );
    expect(noted.hunkNotes).toMatchObject([{ hunk: first, author: bobsId, how: 'explained', words: 'Only the nightly job reads it.' }]);
    expect((await see(ada, round)).hunkNotes).toEqual(noted.hunkNotes);
    expect((await bob.post(`/api/team/rounds/${round.id}/notes`, { hunk: '0'.repeat(12), how: 'tested', words: 'Some test.' })).status).toBe(404);
  });

  it('is shared and done in a terminal too', async () => {
    const { token, id } = await read<MadeToken>(await ada.post('/api/team/tokens', { name: 'her terminal' }), 201);
    take(saveTeamFile(home, { url: team.url, token, tokenId: id }));
    const inHome = { home, env: { ROUNDS_HOME: home } };
    const drawn = take(await drawComparison(app, { folder: root, refs: ['by-otter', 'by-heron'] }));
    const heron = drawn.outputs.find(({ ref }) => ref === 'by-heron')?.letter ?? '?';
    const sharing = runInTerminal(['share', '--compare', drawn.id, '--task', 'The last item, again.', '--yes'], inHome);
    const told = await sharing.see('Shared as c_');
    expect(await sharing.end()).toBe(0);
    expect(told).not.toMatch(/heron|fails|passes/);
    const [shared] = (await read<{ cases: { id: string }[] }>(await ada.get('/api/team/cases'))).cases;
    const round = await read<TeamRound>(await bob.post('/api/team/rounds', { case: shared?.id, people: [(await whoIs(ada)).id] }), 201);
    const first = runInTerminal(['start', round.id], inHome);
    await first.see('The best first');
    first.type('A,B');
    await first.see('that A passes');
    first.type('70');
    await first.see('that B passes');
    first.type('30');
    await first.see('Why is A the best');
    first.type('It is shorter.');
    await first.see('or "pass"');
    first.press('\u0003');
    expect(await first.end()).toBe(130);
    // She left, and nothing of it is lost.
    const hers = runInTerminal(['start', round.id], inHome);
    await hers.see('A before B; A passes: 70 %, B passes: 30 %');
    await hers.see('or "pass"');
    expect(hers.raw()).not.toMatch(/heron|otter|finds the last/);
    hers.type('seal');
    await hers.see('You have answered');
    await read(await seal(bob, round, { ranking: ['B', 'A'], passes: { A: 10, B: 80 }, reason: 'It reads well.' }));
    await hers.see('You disagree on which is best');
    await hers.see('by-heron');
    await hers.see('Enter goes on');
    hers.press('\u0003');
    expect(await hers.end()).toBe(130);
    expect((await see(ada, round)).comparisonTruth?.outputs.find(({ ref }) => ref === 'by-heron')?.letter).toBe(heron);

    const taking = runInTerminal(['share', '--deconstruct', 'main..change', '--repo', root, '--task', 'Find the first.', '--yes'], inHome);
    await taking.see('Shared as c_');
    const [change] = (await read<{ cases: { id: string }[] }>(await ada.get('/api/team/cases'))).cases;
    const second = await read<TeamRound>(await ada.post('/api/team/rounds', { case: change?.id, people: [] }), 201);
    const alone = runInTerminal(['start', '--team'], inHome);
    for (const answer of ['any', '<', 'none', 'finds the last']) {
      await alone.see('which test fails?');
      alone.type(answer);
    }
    await alone.see('or "pass"');
    alone.type('seal');
    await alone.see('without it: nothing fails');
    await alone.see('rightly.');
    alone.press('\u0003');
    expect(await alone.end()).toBe(130);
    expect((await see(ada, second)).state).toBe('revealed');
  });
});
