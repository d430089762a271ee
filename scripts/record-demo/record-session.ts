/** Runs the real agent through one scenario in its own workspace and returns the rollout it wrote, unchanged. */
import { spawn } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from './scenario.ts';
import type { Workspace } from './prepare-workspace.ts';

const TURN_TIMEOUT_MS = 90_000;

const config = (port: number, scenario: Scenario, catalog: string): string => `model = "scripted-model"
model_catalog_json = ${JSON.stringify(catalog)}
model_provider = "scripted"
approval_policy = "never"
sandbox_mode = "danger-full-access"
web_search = "disabled"
check_for_update_on_startup = false
include_permissions_instructions = false
include_apps_instructions = false
[skills]
include_instructions = false
[analytics]
enabled = false
[feedback]
enabled = false
[model_providers.scripted]
name = "scripted"
base_url = "http://127.0.0.1:${port}/${scenario.id}/v1"
wire_api = "responses"
env_key = "SCRIPTED_KEY"
supports_websockets = false
request_max_retries = 0
stream_max_retries = 0
`;

export interface RecordOptions {
  readonly program: string;
  readonly catalog: string;
  readonly port: number;
}

function runAgent(program: string, args: readonly string[], workspace: Workspace): Promise<void> {
  // Its own process group, so that ending the agent ends whatever it started.
  const child = spawn(program, args, { cwd: workspace.repository, env: workspace.env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)));
  const endGroup = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // already gone, which is what was wanted
    }
  };
  const timer = setTimeout(endGroup, TURN_TIMEOUT_MS);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      endGroup();
      if (code === 0) resolve();
      else reject(new Error(`the agent ended with ${signal ?? code}: ${complaint}`));
    });
  });
}

export async function recordSession(scenario: Scenario, workspace: Workspace, options: RecordOptions): Promise<string> {
  const codexHome = join(workspace.home, '.codex');
  mkdirSync(codexHome, { recursive: true });
  writeFileSync(join(codexHome, 'config.toml'), config(options.port, scenario, options.catalog));
  const findRollouts = (): string[] => globSync('sessions/**/rollout-*.jsonl', { cwd: codexHome }).map((found) => join(codexHome, found));
  let threadId: string | null = null;
  for (const turn of scenario.turns) {
    const resume: string[] = threadId === null ? [] : ['resume', threadId];
    await runAgent(options.program, ['exec', ...resume, '--skip-git-repo-check', turn.prompt.trim()], workspace);
    threadId ??= /([0-9a-f-]{36})\.jsonl$/.exec(findRollouts()[0] ?? '')?.[1] ?? null;
  }
  const [rollout, ...others] = findRollouts();
  if (rollout === undefined || others.length > 0) throw new Error(`${scenario.id}: expected one rollout under ${codexHome}`);
  return readFileSync(rollout, 'utf8');
}
