/** What one simple command is for. Judged by program and sub-command, never by words that merely occur in it. */
import type { RunClass } from '../facts.ts';
import { programName } from '../shell/unwrap-command.ts';
import { CLASS_BY_PROGRAM } from './program-classes.ts';
import { classifyScript } from './script-class.ts';

type Words = readonly string[];
type Classify = (words: Words) => RunClass;

export function classifyCommand(words: Words, redirects: readonly string[] = []): RunClass {
  const own = classifyWords(words);
  const writes = redirects.some((redirect) => /^\d?>{1,2}\|?(?!\/dev\/|&)/.test(redirect));
  return writes && (own === 'read' || own === 'other') ? 'files' : own;
}

function classifyWords(words: Words): RunClass {
  const program = programName(words[0]).toLowerCase();
  if (program === '') return 'other';
  const known = Object.hasOwn(PROGRAMS, program) ? PROGRAMS[program] : undefined;
  if (known !== undefined) return known(words);
  const single = CLASS_BY_PROGRAM.get(program);
  if (single !== undefined) return single;
  // A script of the repository, run by path: its name says what it does.
  if (words[0]?.includes('/') === true) return classifyScript(program) ?? 'run';
  return 'other';
}

const isKnown = (program: string): boolean => Object.hasOwn(PROGRAMS, program) || CLASS_BY_PROGRAM.has(program);

/** First word after the program that is not an option or an option's value. */
function firstOperand(words: Words, valued: readonly string[] = []): { word: string; at: number } {
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? '';
    if (valued.includes(word)) at++;
    else if (!word.startsWith('-') && !word.startsWith('+')) return { word, at };
  }
  return { word: '', at: words.length };
}

const bySubcommand =
  (table: Readonly<Record<string, RunClass>>, otherwise: RunClass, valued: readonly string[] = []): ((words: Words) => RunClass) =>
  (words) => {
    const { word } = firstOperand(words, valued);
    return (Object.hasOwn(table, word) ? table[word] : undefined) ?? otherwise;
  };

/** Options of package managers that take a value and stand before the sub-command. */
const WORKSPACE_OPTIONS = ['--filter', '-F', '--prefix', '-C', '--dir', '-w', '--workspace', '--cwd', '--project', '--config'];

const INSTALLS: ReadonlySet<string> = new Set([
  'i',
  'install',
  'ci',
  'add',
  'remove',
  'uninstall',
  'rm',
  'update',
  'upgrade',
  'up',
  'link',
  'rebuild',
  'dedupe',
  'import',
  'install-test',
  'clean-install',
]);
const ASKS_REGISTRY: ReadonlySet<string> = new Set([
  'view',
  'info',
  'show',
  'search',
  'publish',
  'outdated',
  'audit',
  'login',
  'whoami',
  'dist-tag',
  'deprecate',
  'npm',
]);

/** npm, pnpm, yarn, bun: `test`, `run NAME`, and for all but npm a bare script or program name. */
function packageManager(words: Words): RunClass {
  const manager = programName(words[0]);
  let { word, at } = firstOperand(words, WORKSPACE_OPTIONS);
  if (manager === 'yarn' && (word === 'workspace' || word === 'workspaces')) {
    at += word === 'workspace' ? 2 : words[at + 1] === 'foreach' ? 2 : 1;
    while (words[at]?.startsWith('-') === true) at++;
    word = words[at] ?? '';
  }
  if (word === '') return manager === 'yarn' && words.length === 1 ? 'install' : 'other';
  if (INSTALLS.has(word)) return 'install';
  if (word === 'test' || word === 't' || word === 'tst') return 'test';
  if (word === 'run' || word === 'run-script' || word === 'rum') {
    const script = firstOperand(words.slice(at), WORKSPACE_OPTIONS).word;
    if (looksLikeFile(script)) return 'run';
    return classifyScript(script) ?? 'run';
  }
  if (manager === 'bun' && word === 'build') return 'build';
  if (ASKS_REGISTRY.has(word)) return 'network';
  if (manager === 'npm') return word === 'start' || word === 'restart' ? 'run' : word === 'init' || word === 'create' ? 'install' : 'other';
  if (isKnown(word)) return classifyWords(words.slice(at));
  if (looksLikeFile(word)) return 'run';
  return classifyScript(word) ?? 'other';
}

const looksLikeFile = (word: string): boolean => /\.[cm]?[jt]sx?$|\.py$|\//.test(word);

function python(words: Words): RunClass {
  const module = words.indexOf('-m');
  if (module > 0 && module + 1 < words.length) {
    const name = words[module + 1] ?? '';
    if (name === 'unittest' || name === 'doctest') return 'test';
    if (name === 'pip') return 'install';
    if (name === 'venv' || name === 'ensurepip' || name === 'virtualenv') return 'install';
    if (name === 'build' || name === 'compileall' || name === 'py_compile') return 'build';
    if (name === 'json.tool') return 'read';
    return isKnown(name) ? classifyWords(words.slice(module + 1)) : 'run';
  }
  const { word, at } = firstOperand(words);
  if (word.endsWith('manage.py') && words[at + 1] === 'test') return 'test';
  if (words.includes('--version') || words.includes('-V')) return 'other';
  return scriptByPath(word);
}

function node(words: Words): RunClass {
  if (words.includes('--test')) return 'test';
  if (words.includes('--version') || words.includes('-v')) return 'other';
  if (words.includes('--check') || words.includes('-c')) return 'build';
  const { word, at } = firstOperand(words, ['-r', '--require', '--import', '--loader', '--env-file']);
  // `node node_modules/.bin/vitest` or `node node_modules/vitest/vitest.mjs`.
  if (word.includes('node_modules/')) {
    const tool = programName(word).replace(/\.[cm]?js$/, '');
    if (isKnown(tool)) return classifyWords([tool, ...words.slice(at + 1)]);
  }
  return scriptByPath(word);
}

/** A file run by an interpreter is a test run only where its name says so. */
function scriptByPath(word: string): RunClass {
  const name = programName(word);
  return /(?:^test_|[._-](?:test|spec)\.|_test\.|^run[_-]?tests?\b)/.test(name) ? 'test' : 'run';
}

function tsc(words: Words): RunClass {
  if (words.includes('--version') || words.includes('-v') || words.includes('--init')) return 'other';
  return words.includes('-b') || words.includes('--build') || words.includes('--outDir') ? 'build' : 'type-check';
}

/** gradle and maven take several tasks: the strongest counts. */
function jvmTasks(words: Words): RunClass {
  const tasks = words
    .slice(1)
    .filter((word) => !word.startsWith('-'))
    .map((word) => word.slice(word.lastIndexOf(':') + 1));
  if (tasks.some((task) => /^(?:\w*[tT]est\w*|check|verify|integrationTest)$/.test(task)) && !words.includes('-DskipTests')) return 'test';
  if (tasks.some((task) => /^(?:spotlessApply|ktlintFormat|format)$/.test(task))) return 'format';
  if (tasks.some((task) => /^(?:spotlessCheck|ktlint\w*|detekt|checkstyle\w*|pmd\w*|lint\w*)$/.test(task))) return 'lint';
  if (tasks.some((task) => /^(?:bootRun|run|exec|spring-boot|quarkus)$/.test(task))) return 'run';
  return tasks.length > 0 ? 'build' : 'other';
}

/** make, just, task, mise run, rake: the name of a target, or of `several`; else what follows a name is its argument. */
const byTarget =
  (otherwise: RunClass, valued: readonly string[] = [], several = false): ((words: Words) => RunClass) =>
  (words) => {
    const targets = listTargets(words, valued).slice(0, several ? undefined : 1);
    const classes = targets.map((target) => classifyScript(target) ?? otherwise);
    return TARGET_STRENGTH.find((found) => classes.includes(found)) ?? classes.at(-1) ?? otherwise;
  };

/** Of several targets of one line, the one that proves most says what the line is for. */
const TARGET_STRENGTH: readonly RunClass[] = ['test', 'type-check', 'lint', 'build'];

/** The names after the options and `run`; variables (`V=1`) are none, nor is what follows `--`. */
function listTargets(words: Words, valued: readonly string[]): string[] {
  const targets: string[] = [];
  for (let at = firstOperand(words, valued).at; at < words.length && words[at] !== '--'; at++) {
    const word = words[at] ?? '';
    if (valued.includes(word)) at++;
    else if (!word.startsWith('-') && !word.startsWith('+') && !word.includes('=')) targets.push(word);
  }
  return targets[0] === 'run' || targets[0] === 'r' || targets[0] === 'tasks' ? targets.slice(targets[1] === 'run' ? 2 : 1) : targets;
}

function taskRunner(words: Words): RunClass {
  const { word, at } = firstOperand(words, ['--filter', '-F', '--cwd', '-p', '-t', '--targets', '--projects']);
  const targets = words.find((_, index) => index > 0 && (words[index - 1] === '-t' || words[index - 1] === '--target' || words[index - 1] === '--targets'));
  if (targets !== undefined) return classifyScript(targets) ?? 'run';
  if (word === 'run' || word === 'run-many' || word === 'affected') {
    const name = words[at + 1] ?? '';
    return classifyScript(name.slice(name.lastIndexOf(':') + 1)) ?? classifyScript(name) ?? 'run';
  }
  return classifyScript(word) ?? 'run';
}

const sed: Classify = (words) => (words.some((word) => /^-[a-zA-Z]*i/.test(word) || word.startsWith('--in-place')) ? 'files' : 'read');
const perl: Classify = (words) => (words.some((word) => /^-[a-z]*i/.test(word)) ? 'files' : 'run');
const find: Classify = (words) => (words.includes('-delete') || (words.includes('-exec') && words.includes('rm')) ? 'files' : 'search');

/** Programs that do several things: their sub-command, target or options decide. */
const PROGRAMS: Readonly<Record<string, Classify>> = {
  npm: packageManager,
  pnpm: packageManager,
  yarn: packageManager,
  bun: packageManager,
  node: node,
  nodejs: node,
  deno: bySubcommand(
    {
      test: 'test',
      check: 'type-check',
      lint: 'lint',
      fmt: 'format',
      compile: 'build',
      bundle: 'build',
      install: 'install',
      add: 'install',
      cache: 'install',
      task: 'run',
    },
    'run',
  ),
  tsx: node,
  'ts-node': node,
  'react-scripts': byTarget('run'),
  'vue-cli-service': byTarget('run'),
  playwright: bySubcommand({ test: 'test', install: 'install', 'install-deps': 'install' }, 'run'),
  cypress: bySubcommand({ run: 'test', install: 'install' }, 'run'),
  tsc: tsc,
  tsgo: tsc,
  'vue-tsc': tsc,
  biome: bySubcommand({ format: 'format', check: 'lint', lint: 'lint', ci: 'lint' }, 'lint'),
  vite: bySubcommand({ build: 'build' }, 'run'),
  next: bySubcommand({ build: 'build', lint: 'lint' }, 'run'),
  nuxt: bySubcommand({ build: 'build', typecheck: 'type-check' }, 'run'),
  astro: bySubcommand({ build: 'build', check: 'type-check' }, 'run'),
  ng: bySubcommand({ build: 'build', test: 'test', lint: 'lint', e2e: 'test' }, 'run'),
  turbo: taskRunner,
  nx: taskRunner,
  lerna: taskRunner,
  moon: taskRunner,
  wireit: taskRunner,
  nps: byTarget('run'),
  'pre-commit': bySubcommand({ install: 'install' }, 'lint'),
  python: python,
  python3: python,
  'python3.11': python,
  'python3.12': python,
  py: python,
  coverage: bySubcommand({ run: 'test' }, 'read'),
  ruff: bySubcommand({ format: 'format', check: 'lint' }, 'lint'),
  uv: bySubcommand({ build: 'build', publish: 'network' }, 'install'),
  poetry: bySubcommand({ build: 'build', publish: 'network', check: 'lint' }, 'install'),
  pdm: bySubcommand({ build: 'build' }, 'install'),
  hatch: bySubcommand({ test: 'test', build: 'build', fmt: 'format' }, 'run'),
  go: bySubcommand(
    {
      test: 'test',
      build: 'build',
      vet: 'lint',
      fmt: 'format',
      get: 'install',
      mod: 'install',
      install: 'install',
      run: 'run',
      generate: 'build',
      tool: 'run',
      doc: 'read',
      list: 'read',
      env: 'other',
      version: 'other',
    },
    'run',
  ),
  cargo: bySubcommand(
    {
      test: 'test',
      t: 'test',
      nextest: 'test',
      build: 'build',
      b: 'build',
      check: 'type-check',
      c: 'type-check',
      clippy: 'lint',
      fmt: 'format',
      run: 'run',
      r: 'run',
      add: 'install',
      install: 'install',
      fetch: 'install',
      update: 'install',
      bench: 'run',
      doc: 'build',
      tree: 'read',
      publish: 'network',
    },
    'run',
  ),
  gradle: jvmTasks,
  gradlew: jvmTasks,
  mvn: jvmTasks,
  mvnw: jvmTasks,
  sbt: byTarget('build'),
  lein: byTarget('run'),
  dotnet: bySubcommand(
    {
      test: 'test',
      vstest: 'test',
      build: 'build',
      publish: 'build',
      pack: 'build',
      format: 'format',
      add: 'install',
      restore: 'install',
      tool: 'install',
      run: 'run',
    },
    'run',
  ),
  make: byTarget('build', ['-C', '-f', '-I', '-o'], true),
  gmake: byTarget('build', ['-C', '-f', '-I', '-o'], true),
  ninja: byTarget('build', ['-C', '-f']),
  meson: bySubcommand({ test: 'test', setup: 'install' }, 'build'),
  bazel: bySubcommand({ test: 'test', build: 'build', coverage: 'test' }, 'run'),
  bazelisk: bySubcommand({ test: 'test', build: 'build' }, 'run'),
  rake: byTarget('run'),
  rails: bySubcommand({ test: 'test', 'test:all': 'test' }, 'run'),
  ruby: (words) => scriptByPath(firstOperand(words, ['-I', '-r']).word),
  php: php,
  composer: composer,
  mix: bySubcommand({ test: 'test', compile: 'build', format: 'format', credo: 'lint', dialyzer: 'type-check', 'deps.get': 'install' }, 'run'),
  swift: bySubcommand({ test: 'test', build: 'build', run: 'run' }, 'run'),
  zig: bySubcommand({ test: 'test', build: 'build', fmt: 'format' }, 'run'),
  flutter: bySubcommand({ test: 'test', build: 'build', analyze: 'lint', pub: 'install' }, 'run'),
  dart: bySubcommand({ test: 'test', analyze: 'lint', format: 'format', pub: 'install' }, 'run'),
  xcodebuild: (words) => (words.includes('test') ? 'test' : 'build'),
  terraform: bySubcommand({ fmt: 'format', validate: 'lint' }, 'network'),
  just: byTarget('run', ['-f', '--justfile', '-d', '--working-directory', '--set']),
  task: byTarget('run', ['-d', '--dir', '-t', '--taskfile'], true),
  mise: byTarget('run', ['-C', '--cd', '-E', '--env', '-j', '--jobs']),
  git: git,
  docker: docker,
  podman: docker,
  'docker-compose': docker,
  find: find,
  sed: sed,
  perl: perl,
  bash: shellFile,
  sh: shellFile,
  zsh: shellFile,
};

function git(words: Words): RunClass {
  const { word } = firstOperand(words, ['-C', '-c', '--git-dir', '--work-tree']);
  return word === 'grep' ? 'search' : 'git';
}

function php(words: Words): RunClass {
  const { word, at } = firstOperand(words, ['-d', '-c']);
  if (programName(word) === 'artisan') return words[at + 1] === 'test' ? 'test' : 'run';
  if (words.includes('-l')) return 'lint';
  const tool = programName(word).replace(/\.phar$/, '');
  return isKnown(tool) ? classifyWords([tool, ...words.slice(at + 1)]) : 'run';
}

function composer(words: Words): RunClass {
  const { word, at } = firstOperand(words);
  if (['install', 'require', 'update', 'remove', 'dump-autoload'].includes(word)) return 'install';
  return classifyScript(word === 'run' || word === 'run-script' ? (words[at + 1] ?? '') : word) ?? 'run';
}

function docker(words: Words): RunClass {
  const { word, at } = firstOperand(words, ['-f', '--file', '-p', '--project-name']);
  const verb = word === 'compose' ? firstOperand(words.slice(at), ['-f', '--file', '-p']).word : word;
  return verb === 'build' || verb === 'buildx' ? 'build' : 'process';
}

function shellFile(words: Words): RunClass {
  const { word } = firstOperand(words);
  return word === '' ? 'run' : (classifyScript(programName(word)) ?? 'run');
}
