/** How much of a project a test, build, type check or lint covered. */
import type { RunClass } from '../facts.ts';
import { programName } from '../shell/unwrap-command.ts';

export interface Scope {
  readonly scope: 'all' | 'part' | 'one';
  readonly names: readonly string[];
}

/** Options that pick tests by name. */
const BY_NAME = new Set([
  '-t',
  '--testNamePattern',
  '--test-name-pattern',
  '-k',
  '-run',
  '--run-name',
  '--grep',
  '-g',
  '--example',
  '-e',
  '--tests',
  '--method',
  '-run-test',
]);
/** Options that pick a package, folder or file. */
const BY_PART = new Set([
  '--filter',
  '-F',
  '-w',
  '--workspace',
  '--prefix',
  '-p',
  '--package',
  '--project',
  '--test',
  '--bin',
  '-C',
  '--cwd',
  '--dir',
  '-pl',
  '--projects',
  '--testPathPattern',
  '--testPathPatterns',
  '-R',
  '-L',
  '-m',
  '--suite',
  '--shard',
  '--spec',
]);
const NARROWING_FLAGS = new Set(['--changed', '--onlyChanged', '-o', '--onlyFailures', '--lf', '--last-failed', '--failed', '--lib', '--bail-one']);
/** Arguments that name the whole rather than a part. */
const WHOLE = /^(?:\.|\.\/|\.\/\.\.\.|\.\.\.|all|(?:\.\/)?(?:tests?|specs?|__tests__|src|lib|app|packages)\/?(?:\*\*.*)?|\*\*.*)$/;
/** An argument that looks like a file, a folder, a test id or a package. */
const NAMED = /[/.\\]|::|#|^@/;
const MOST_NAMES = 20;

/** Options whose value says nothing about the scope. */
const SKIP_VALUE = new Set([
  '--reporter',
  '--config',
  '-c',
  '--timeout',
  '--outDir',
  '--tsconfig',
  '--tb',
  '--maxfail',
  '-n',
  '--workers',
  '-j',
  '--jobs',
  '--retry',
  '--retries',
  '--env',
  '--format',
  '--max-warnings',
  '--ext',
  '-count',
  '-timeout',
  '-coverprofile',
  '--cov',
  '--preload',
  '--coverageDirectory',
  '--color',
  '-o',
  '--output',
  '-P',
  '--profile',
  '--features',
]);
const NAMED_CLASSES: ReadonlySet<RunClass> = new Set(['test', 'build', 'type-check', 'lint', 'format']);

export function readScope(runClass: RunClass, words: readonly string[]): Scope {
  if (!NAMED_CLASSES.has(runClass)) return { scope: 'all', names: [] };
  const one: string[] = [];
  const part: string[] = [];
  let narrowed = false;
  const program = programName(words[0]);
  const isTypeCheckProject = runClass === 'type-check' || program === 'tsc';
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? '';
    const equals = word.startsWith('-') ? word.indexOf('=') : -1;
    const flag = equals > 0 ? word.slice(0, equals) : word;
    const value = equals > 0 ? word.slice(equals + 1) : words[at + 1];
    if (runClass === 'test' && flag === '-Dtest' && value !== undefined) (value.includes('#') ? one : part).push(value);
    else if (runClass === 'test' && NARROWING_FLAGS.has(flag)) narrowed = true;
    else if (SKIP_VALUE.has(flag)) at += equals > 0 ? 0 : 1;
    // `tsc -p .` names the project, not a part of it.
    else if (isTypeCheckProject && (flag === '-p' || flag === '--project')) at += equals > 0 ? 0 : 1;
    else if (BY_NAME.has(flag) && value !== undefined && runClass === 'test') {
      if (!namesEverything(value)) one.push(value);
      at += equals > 0 ? 0 : 1;
    } else if (BY_PART.has(flag) && value !== undefined) {
      if (program === 'dotnet') one.push(value);
      else if (!WHOLE.test(value)) part.push(value);
      at += equals > 0 ? 0 : 1;
    } else if (!word.startsWith('-') && at > 1 && program === 'cargo' && runClass === 'test' && !NAMED.test(word)) one.push(word);
    else if (!word.startsWith('-') && NAMED.test(word) && !WHOLE.test(word) && !isRunnerFile(words, at)) {
      if (word.includes('::') || /\.rb:\d+$|\.[cm]?[jt]sx?:\d+$/.test(word)) one.push(word);
      else part.push(word);
    }
  }
  const names = [...one, ...part].slice(0, MOST_NAMES);
  if (one.length > 0) return { scope: 'one', names };
  return { scope: part.length > 0 || narrowed ? 'part' : 'all', names };
}

/** `-run .` and `-run ''` choose every test. */
const namesEverything = (pattern: string): boolean => pattern === '' || pattern === '.' || pattern === '.*';

/** `node node_modules/…/vitest.mjs`, `python manage.py test`: the runner itself, not what it runs. */
function isRunnerFile(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  return word.includes('node_modules/') || word.endsWith('manage.py') || (words[at - 1] === 'run' && word.endsWith('.sh'));
}
