/** A repository with an agent's version and a fix, shared as a case whose round of two is revealed; and the owner's own Rounds. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { saveTeamFile } from '../../../src/client/team-file.ts';
import type { MadeToken } from '../../../src/model/api/team/accounts.ts';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { MomentId } from '../../../src/model/moment.ts';
import type { CaseId } from '../../../src/model/team/ids.ts';
import type { Pair } from '../../../src/model/team/pair.ts';
import type { Probe, ProbeCode } from '../../../src/model/team/probe.ts';
import type { SharedTree } from '../../../src/model/team/shared-case.ts';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import { hashBytes, packTree } from '../../../src/probes/tree/pack-tree.ts';
import type { App } from '../../../src/app/app.ts';
import type { Browser } from './create-browser.ts';
import { sampleCase } from './sample-case.ts';
import { read, whoIs } from './read.ts';

type Files = Readonly<Record<string, string>>;

export const AGENTS: Files = {
  'package.json': '{"type":"module","scripts":{"test":"node --test"}}\n',
  'sum.js': 'export const sum = (a, b) => a - b;\n',
};
export const FIXED: Files = { ...AGENTS, 'sum.js': 'export const sum = (a, b) => a + b;\n' };
export const FIX_PATCH = '--- a/sum.js\n+++ b/sum.js\n@@ -1 +1 @@\n-export const sum = (a, b) => a - b;\n+export const sum = (a, b) => a + b;\n';

export const PROBE: ProbeCode = {
  target: 'agent',
  path: 'probe.test.js',
  code: "import { test } from 'node:test';\nimport assert from 'node:assert';\nimport { sum } from './sum.js';\ntest('sums two numbers', () => assert.equal(sum(1, 2), 3));\n",
  claim: 'It subtracts.',
};

/** Makes a commit of exactly these files. Returns its name. */
export function commit(root: string, files: Files): string {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'state');
  return git('rev-parse', 'HEAD').trim();
}

function pack(files: Files): SharedTree {
  const packed = packTree(Object.entries(files).map(([path, text]) => ({ path, mode: '644', bytes: Buffer.from(text) })));
  return { hash: packed.hash, archive: packed.archive.toString('base64'), files: Object.keys(files).length, isPart: false, holdsChange: true };
}

/** Signs the owner's own Rounds in to the team. */
export async function signIn(app: App, url: string, owner: Browser): Promise<void> {
  const made = await read<MadeToken>(await owner.post('/api/team/tokens', { name: 'laptop' }), 201);
  saveTeamFile(app.journal.home, { url, token: made.token, tokenId: made.id });
}

export interface SharedCode {
  readonly case: CaseId;
  readonly round: string;
}

/** Shares both versions as `owner`, who writes it into their own sharing log, and reveals a round of it with `partner`. */
export async function shareCode(app: App, url: string, root: string, owner: Browser, partner: Browser): Promise<SharedCode> {
  const agent = commit(root, AGENTS);
  const fix = commit(root, FIXED);
  const partnersId = (await whoIs(partner)).id;
  const pair = await read<Pair>(await owner.post('/api/team/pairs', { name: 'Two', people: [partnersId] }), 201);
  const plain = sampleCase(pair.id);
  const request = { ...plain, tree: pack(AGENTS), withheld: { ...plain.withheld, fix: pack(FIXED) } };
  const digest = hashBytes(Buffer.from(JSON.stringify(request)));
  const content = {
    moment: plain.case.moment as MomentId,
    tree: { hash: request.tree.hash, source: { root, commit: agent, edits: [] } },
    fix: { hash: request.withheld.fix.hash, source: { root, commit: fix, edits: [] } },
    redactions: {},
    kept: 0,
    added: 0,
  };
  const { sharedCases } = app.journal;
  const id = sharedCases.begin(digest, '2026-03-02T10:00:00.000Z', { bytes: 1, host: new URL(url).host, pair, content });
  const shared = await read<SharedCase>(await owner.post('/api/team/cases', request), 201);
  sharedCases.settle(id, shared.id, '2026-03-02T10:00:01.000Z');
  const round = await read<TeamRound>(await owner.post('/api/team/rounds', { case: shared.id, people: [partnersId] }), 201);
  for (const who of [owner, partner]) await read(await who.post(`/api/team/rounds/${round.id}/pass`));
  return { case: shared.id, round: round.id };
}

export const addProbe = async (by: Browser, round: string, probe: Partial<ProbeCode> = {}): Promise<Probe> =>
  read(await by.post('/api/team/probes', { round, probe: { ...PROBE, ...probe } }), 201);

export const showProbe = async (by: Browser, id: string): Promise<Probe> => read(await by.get(`/api/team/probes/${id}`));

/** Everything it printed, as the team server has it. */
export async function readAllOutput(by: Browser, id: string): Promise<string> {
  const { output } = await read<{ output: { text: string }[] }>(await by.get(`/api/team/probes/${id}/output`));
  return output.map(({ text }) => text).join('');
}

export const readText = (path: string): string => readFileSync(path, 'utf8');
