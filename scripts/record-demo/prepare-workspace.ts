/** A private place for one recording: a copy of the demo repository on the scenario's branch, an empty home, a temp folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Scenario } from './scenario.ts';

export const REPOSITORY_NAME = 'upload-service';

export interface Workspace {
  readonly root: string;
  readonly home: string;
  readonly tmp: string;
  readonly repository: string;
  readonly env: Readonly<Record<string, string>>;
}

const PEOPLE = {
  mara: { name: 'Mara Lindqvist', email: 'mara@upload-service.example' },
  tomas: { name: 'Tomas Adeyemi', email: 'tomas@upload-service.example' },
} as const;

export interface PrepareOptions {
  readonly cache: string;
  /** examples/demo/build-repository.js */
  readonly buildRepository: string;
  readonly startsAt: Date;
}

const run = (program: string, args: readonly string[], cwd: string, env: Record<string, string>): string =>
  execFileSync(program, args, { cwd, env, encoding: 'utf8' }).trim();

/** Starts from nothing each time, so that recording twice records the same. */
export function prepareWorkspace(scenario: Scenario, options: PrepareOptions): Workspace {
  const folder = join(options.cache, 'run', scenario.id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const root = realpathSync(folder); // what commands print, so what the scrubber must look for
  const [home, tmp, repository] = [join(root, 'home'), join(root, 'tmp'), join(root, 'home', REPOSITORY_NAME)];
  for (const each of [home, tmp]) mkdirSync(each);
  const person = PEOPLE[scenario.person];
  const at = options.startsAt.toISOString();
  const env = {
    // The node the agent's commands see is the one that runs this script.
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    HOME: home,
    TMPDIR: tmp, // must not be a parent of HOME: Codex then refuses to make its helper programs
    SHELL: '/bin/bash',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    SCRIPTED_KEY: 'none',
    NO_COLOR: '1',
    npm_config_update_notifier: 'false',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: person.name,
    GIT_AUTHOR_EMAIL: person.email,
    GIT_AUTHOR_DATE: at, // fixed, so that a commit made in a session has the same hash whenever it is recorded
    GIT_COMMITTER_NAME: person.name,
    GIT_COMMITTER_EMAIL: person.email,
    GIT_COMMITTER_DATE: at,
  };
  run(process.execPath, [options.buildRepository, repository, '--without-sessions'], root, env);
  const exists = run('git', ['branch', '--list', scenario.branch], repository, env) !== '';
  run('git', ['switch', '--quiet', ...(exists ? [] : ['--create']), scenario.branch], repository, env);
  return { root, home, tmp, repository, env };
}
