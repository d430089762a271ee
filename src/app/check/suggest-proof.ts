import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run, RunClass, SessionFacts } from '../../moments/facts/facts.ts';
import { classifyCommand } from '../../moments/facts/runs/classify-command.ts';
import { coversFiles, toStem } from './covers-files.ts';
import type { Unproven } from './list-unproven.ts';

/** Runners that take the files to run after everything else. */
const TAKES_FILES =
  /^(?:npx |pnpm (?:exec )?|yarn |bunx )?(?:vitest(?: run)?|jest|mocha|ava)$|^(?:uv run |poetry run )?(?:python3? -m )?pytest$|^bun test$|^(?:bundle exec )?rspec$/;
/** A claim of success is best proven by a test, whatever else would do. */
const ORDER: readonly RunClass[] = ['test', 'build', 'type-check', 'lint'];

/**
 * The narrowest run that would prove the claim: a command of the session that covers the files, its test runner with the tests
 * of these files, its run of everything, or else what the repository says of itself. Null where nothing of the kind is known.
 */
export function suggestProof(facts: SessionFacts, { files, wants, why, run }: Unproven, ownCommand: string | null): string | null {
  if (why === 'failed' && run) return toBareCommand(run) ?? run.command;
  for (const runClass of ORDER.filter((one) => wants.has(one))) {
    const seen = facts.runs.flatMap((one) => {
      const command = one.class === runClass ? toBareCommand(one) : null;
      return command === null ? [] : [{ ...one, command }];
    });
    const narrow = why === 'only-part' ? undefined : seen.filter(({ scope }) => scope === 'part').findLast((one) => coversFiles(one, files));
    if (narrow) return narrow.command;
    const whole = seen.findLast(({ scope }) => scope === 'all');
    if (whole) return (why === 'only-part' ? null : narrowDown(whole, listTestsOf(facts, files), files)) ?? whole.command;
    if (runClass === 'test' && ownCommand) return ownCommand;
  }
  return null;
}

/** The check alone: without what hides its result (`| tail`, `|| true`) and what else its line did. Null where it needs a shell to be written down. */
function toBareCommand({ commands, class: runClass, status }: Run): string | null {
  if (status === 'refused') return null;
  const at = commands.findIndex(({ words, redirects }) => classifyCommand(words, redirects) === runClass);
  const check = commands[at];
  if (!check) return null;
  const moved = commands.slice(0, at).filter(({ words }) => words[0] === 'cd' && words.length === 2 && !words[1]?.startsWith('/'));
  const lines = [...moved.map(({ words }) => words), [...check.env, ...(check.wrappers ?? []), ...check.words]];
  return lines.every((words) => words.every((word) => PLAIN_WORD.test(word))) ? lines.map((words) => words.join(' ')).join(' && ') : null;
}

const PLAIN_WORD = /^[\w./@:=,+%~-]+(?: [\w./@:=,+-]+)*$/;

function narrowDown(whole: Pick<Run, 'command'>, tests: ReadonlyMap<string, string>, files: readonly string[]): string | null {
  const found = files.map((file) => tests.get(toStem(file)));
  const isPlain = TAKES_FILES.test(whole.command);
  if (!isPlain || found.some((test) => test === undefined)) return null;
  return `${whole.command} ${[...new Set(found)].join(' ')}`;
}

/** Tests that the session wrote or read, by the name of what they test. */
function listTestsOf(facts: SessionFacts, files: readonly string[]): Map<string, string> {
  const cwd = facts.session.cwd ? `${facts.session.cwd}/` : '';
  const paths = [
    ...facts.reads.map(({ path }) => (path.startsWith(cwd) ? path.slice(cwd.length) : path)),
    ...facts.edits.filter(({ role }) => role === 'test').map(({ shownPath }) => shownPath),
  ];
  return new Map(paths.filter((path) => !files.includes(path) && /^[\w./@-]+$/.test(path) && /test|spec/i.test(path)).map((path) => [toStem(path), path]));
}

/** How the repository says its tests are run; null where it does not. Only files of its root are looked at. */
export function readOwnTestCommand(root: string): string | null {
  const has = (name: string): boolean => existsSync(join(root, name));
  const says = (name: string, pattern: RegExp): boolean => has(name) && pattern.test(readFileSync(join(root, name), 'utf8').slice(0, 200_000));
  if (says('package.json', /"scripts"\s*:\s*\{[^}]*"test"\s*:(?!\s*"echo \\"Error: no test specified)/)) {
    if (has('pnpm-lock.yaml')) return 'pnpm test';
    if (has('yarn.lock')) return 'yarn test';
    return has('bun.lock') || has('bun.lockb') ? 'bun run test' : 'npm test';
  }
  if (says('Makefile', /^test:/m)) return 'make test';
  if (has('Cargo.toml')) return 'cargo test';
  if (has('go.mod')) return 'go test ./...';
  if (has('pytest.ini') || says('pyproject.toml', /\[tool\.pytest|pytest/) || has('conftest.py')) return 'pytest';
  if (has('pom.xml')) return 'mvn test';
  return has('gradlew') ? './gradlew test' : null;
}
