/** `npm run record-demo`: records the demo's sessions again with a real agent and the scripted model. See examples/demo/README.md. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describeProblem } from '../src/model/problem.ts';
import { installAgent } from './record-demo/install-agent.ts';
import { prepareWorkspace, type Workspace } from './record-demo/prepare-workspace.ts';
import { recordSession } from './record-demo/record-session.ts';
import { loadScenarios, type Scenario } from './record-demo/scenario.ts';
import { scrubRollout } from './record-demo/scrub-rollout.ts';
import { spreadInstants } from './record-demo/spread-instants.ts';
import { startModelServer } from './record-demo/start-model-server.ts';

/** The day of `dayOffset: 0`. Loading the demo moves it to today. */
const LAST_DAY = '2026-11-20';
const DAY_MS = 24 * 60 * 60 * 1000;

const here = join(import.meta.dirname, 'record-demo');
const demo = join(import.meta.dirname, '..', 'examples', 'demo');
/** Outside the repository: the agent is large, and what it does must not reach this checkout. */
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'rounds', 'record-demo');
/** Recordings are gathered here and take the old ones' place only when all of them are done. */
const staging = join(cache, 'staging');

interface Recorded {
  readonly file: string;
  readonly scenario: string;
  readonly title: string;
  readonly sound: boolean;
  readonly person: string;
  readonly branch: string;
  readonly dayOffset: number;
}

const startOf = ({ dayOffset, startsAt }: Scenario): Date => new Date(Date.parse(`${LAST_DAY}T${startsAt}:00Z`) + dayOffset * DAY_MS);

/** What the session committed becomes part of the demo's repository, so that its hashes lead somewhere. */
function keepCommits(branch: string, base: string, workspace: Workspace): void {
  const folder = join(staging, 'repository', 'sessions', branch);
  mkdirSync(folder, { recursive: true });
  const format = ['--zero-commit', '--no-signature', '--full-index', '--no-numbered', '--no-stat', '--quiet', '--output-directory', folder];
  execFileSync('git', ['format-patch', ...format, `${base}..HEAD`], { cwd: workspace.repository, env: workspace.env });
}

async function record(scenario: Scenario, program: string, port: number): Promise<Recorded> {
  const startsAt = startOf(scenario);
  const workspace = prepareWorkspace(scenario, { cache, buildRepository: join(demo, 'build-repository.js'), startsAt });
  const base = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: workspace.repository, encoding: 'utf8' }).trim();
  const rollout = await recordSession(scenario, workspace, { program, catalog: join(here, 'agents', 'model-catalog.json'), port });
  const threadId = (JSON.parse(rollout.slice(0, rollout.indexOf('\n'))) as { payload: { id: string } }).payload.id;
  // Named as the agent names it: neither file nor folder may tell what a session shows.
  const file = `rollout-${startsAt.toISOString().slice(0, 19).replaceAll(':', '-')}-${threadId}.jsonl`;
  writeFileSync(join(staging, 'sessions', file), spreadInstants(scrubRollout(rollout, workspace), scenario, startsAt));
  keepCommits(scenario.branch, base, workspace);
  const { id, title, sound, person, branch, dayOffset } = scenario;
  return { file, scenario: id, title, sound, person, branch, dayOffset };
}

const program = installAgent(join(here, 'agents'), cache);
if (!program.ok) {
  process.stderr.write(`${describeProblem(program.problem)}\n`);
  process.exit(4);
}
const scenarios = loadScenarios(join(here, 'scenarios'));
const server = await startModelServer(scenarios);
rmSync(staging, { recursive: true, force: true });
mkdirSync(join(staging, 'sessions'), { recursive: true });
try {
  const sessions: Recorded[] = [];
  for (const scenario of scenarios) {
    sessions.push(await record(scenario, program.value, server.port));
    process.stdout.write(`recorded ${scenario.id}\n`);
  }
  if (server.unanswered.length > 0) throw new Error(`the agent asked for what no scenario has:\n${server.unanswered.join('\n')}`);
  for (const folder of ['sessions', join('repository', 'sessions')]) rmSync(join(demo, folder), { recursive: true, force: true });
  cpSync(staging, demo, { recursive: true });
  writeFileSync(
    join(demo, 'demo.json'),
    `${JSON.stringify({ lastDay: LAST_DAY, repository: 'upload-service', cwd: '/home/you/upload-service', sessions }, null, 2)}\n`,
  );
} finally {
  server.close();
}
