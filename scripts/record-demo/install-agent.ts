/** Puts the pinned agent into a cache outside the repository and returns the path of its program. */
import { copyFileSync, existsSync, globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { failed, ok, type Result } from '../../src/model/result.ts';
import { problem, type Problem } from '../../src/model/problem.ts';

const INSTALL_TIMEOUT_MS = 300_000;

// The native program itself, not its JavaScript wrapper: one process to end, and its package name differs by platform.
const findProgram = (folder: string): string | undefined =>
  globSync('node_modules/@openai/codex-*/vendor/*/bin/codex', { cwd: folder }).map((found) => join(folder, found))[0];

/** The one line of npm's complaint that says what went wrong; the first where none stands out. */
function findReason(complaint: string): string {
  const lines = complaint.split('\n').map((line) => line.replace(/^npm error /, ''));
  return lines.find((line) => /\b(?:failed|denied|not found|no space)\b/i.test(line)) ?? lines[0] ?? '';
}

/** Expects npm on the PATH. Installing again what is there takes a few seconds. */
export function installAgent(pins: string, cache: string): Result<string, Problem> {
  const folder = join(cache, 'agents');
  mkdirSync(folder, { recursive: true });
  const names = ['package.json', 'package-lock.json'];
  for (const name of names) copyFileSync(join(pins, name), join(folder, name));
  const install = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8', timeout: INSTALL_TIMEOUT_MS });
  const program = findProgram(folder);
  if (install.status === 0 && program && existsSync(program)) return ok(program);
  const why = install.status === 0 ? 'The package has no program for this platform.' : (install.error?.message ?? findReason(install.stderr));
  return failed(
    problem('cannot-reach', 'Could not install the agent that records the demo (about 400 MB from the npm registry).', {
      why,
      next: `The recorded sessions in examples/demo/ go on working. To record again, make the npm registry reachable and ${folder} writable.`,
    }),
  );
}
