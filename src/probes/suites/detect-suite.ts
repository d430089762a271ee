/** The repository's own tests: which framework, started how, with what of the person's machine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadableFolder } from '../sandbox/to-sandbox-arguments.ts';
import { HOME_INSIDE, TREE_INSIDE } from '../sandbox/to-sandbox-arguments.ts';
import { findGo, findNode, findPython, findRust, listGoCache } from '../toolchains/find-toolchain.ts';
import { askTool } from '../toolchains/ask-tool.ts';
import { findNodeModules, readJson, type PackageChoice } from './find-dependencies.ts';

export const FRAMEWORKS = ['vitest', 'jest', 'node:test', 'pytest', 'go test', 'cargo test'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

export interface Suite {
  readonly framework: Framework;
  readonly argv: readonly [string, ...string[]];
  readonly shownAs: string;
  readonly readable: readonly ReadableFolder[];
  readonly variables: Readonly<Record<string, string>>;
  /** What may make it fail here for a reason that is not in the code. */
  readonly note: string | null;
}

const UNTESTED = 'Rounds has not been tested with jest.';

export type Detection = { readonly suite: Suite } | { readonly suite: null; readonly why: string };

/**
 * @param tree the exported tree
 * @param checkout the person's own work tree, for what is installed there; null where it is gone
 */
export async function detectSuite(tree: string, checkout: string | null, packages: PackageChoice = 'same'): Promise<Detection> {
  const manifest = readJson(join(tree, 'package.json'));
  if (manifest) {
    const suite = detectNodeSuite(tree, checkout, manifest, packages);
    if (suite) return { suite };
  }
  if (existsSync(join(tree, 'go.mod'))) return detectGo(packages);
  if (existsSync(join(tree, 'Cargo.toml'))) return detectRust();
  if (isPytest(tree)) return detectPython(checkout);
  return { suite: null, why: 'No tests were found that Rounds can start: it knows vitest, jest, node:test, pytest, go test and cargo test.' };
}

export function detectNodeSuite(tree: string, checkout: string | null, manifest: Record<string, unknown>, packages: PackageChoice = 'same'): Suite | null {
  const declared = { ...(manifest['dependencies'] as object | undefined), ...(manifest['devDependencies'] as object | undefined) };
  const script = String((manifest['scripts'] as Record<string, unknown> | undefined)?.['test'] ?? '');
  const { program, folders, variables } = findNode();
  const { readable, note } = findNodeModules(tree, checkout, packages);
  const start = (framework: Framework, args: readonly string[], shownAs: string): Suite => ({
    framework,
    argv: [program, ...args],
    shownAs,
    readable: [...folders.map((from) => ({ from })), ...readable],
    variables: { ...variables, NO_COLOR: '1', FORCE_COLOR: '0' },
    note,
  });
  if ('vitest' in declared) return start('vitest', ['node_modules/vitest/vitest.mjs', 'run', ...toConfigLoader(checkout)], 'vitest run');
  if ('jest' in declared) {
    const suite = start('jest', ['node_modules/jest/bin/jest.js', '--ci', '--colors=false'], 'jest --ci');
    return { ...suite, note: [UNTESTED, suite.note].filter(Boolean).join(' ') };
  }
  const nodeTest = /\bnode\s+((?:--\S+\s+)*--test\b[^&|;]*)/.exec(script)?.[1];
  if (nodeTest !== undefined) {
    const args = nodeTest
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll(/^['"]|['"]$/g, ''));
    return start('node:test', args, `node ${args.join(' ')}`);
  }
  return null;
}

/** By default Vite writes its bundled settings into node_modules, which can only be read here. Older ones may not know the option. */
function toConfigLoader(checkout: string | null): string[] {
  const version = checkout === null ? null : readJson(join(checkout, 'node_modules/vitest/package.json'))?.['version'];
  return Number.parseInt(String(version), 10) >= 4 ? ['--configLoader', 'runner'] : [];
}

export async function detectGo(packages: PackageChoice = 'same'): Promise<Detection> {
  const go = await findGo();
  if (!go) return { suite: null, why: 'It is tested with go test, and Go is not installed here.' };
  return {
    suite: {
      framework: 'go test',
      argv: [go.program, 'test', './...'],
      shownAs: 'go test ./...',
      readable: [...toReadable(go.folders), ...(packages === 'nearest' ? listGoCache(go) : [])],
      variables: go.variables,
      note: null,
    },
  };
}

export async function detectRust(): Promise<Detection> {
  const rust = await findRust();
  if (!rust) return { suite: null, why: 'It is tested with cargo test, and Rust is not installed here.' };
  const home = `${HOME_INSIDE}/.cargo`;
  const registry = rust.registry === null ? [] : [{ from: rust.registry, at: `${home}/registry` }];
  return {
    suite: {
      framework: 'cargo test',
      argv: [rust.program, 'test', '--offline', '--no-fail-fast'],
      shownAs: 'cargo test --offline --no-fail-fast',
      readable: [...toReadable(rust.folders), ...registry],
      variables: { ...rust.variables, CARGO_HOME: home },
      note: null,
    },
  };
}

const VIRTUAL = ['.venv', 'venv', 'env'];

export async function detectPython(checkout: string | null): Promise<Detection> {
  const folders = checkout === null ? [] : VIRTUAL.map((name) => join(checkout, name));
  const virtual = folders.find((folder) => existsSync(join(folder, 'pyvenv.cfg'))) ?? null;
  const python = await findPython(virtual);
  if (!python) return { suite: null, why: 'It is tested with pytest, and Python is not installed here.' };
  if ((await askTool([python.program, '-c', 'import pytest'])) === null)
    return { suite: null, why: `It is tested with pytest, which ${python.program} does not have.` };
  const note = virtual === null ? 'There is no virtual environment in the checkout: the packages of the Python on the path are used.' : null;
  return {
    suite: {
      framework: 'pytest',
      argv: [python.program, '-m', 'pytest', '-q', '-rfE', '-p', 'no:cacheprovider', '--color=no'],
      shownAs: 'python -m pytest -q',
      readable: toReadable(python.folders),
      // An editable installation points to the checkout, which is not there.
      variables: { ...python.variables, PYTHONPATH: `${TREE_INSIDE}:${TREE_INSIDE}/src` },
      note,
    },
  };
}

const toReadable = (folders: readonly string[]): ReadableFolder[] => folders.map((from) => ({ from }));

const PYTHON_SETTINGS = ['pytest.ini', 'conftest.py', 'tests/conftest.py', 'test/conftest.py'];

function isPytest(tree: string): boolean {
  if (PYTHON_SETTINGS.some((name) => existsSync(join(tree, name)))) return true;
  if (['pyproject.toml', 'setup.cfg', 'tox.ini'].some((name) => holds(join(tree, name), 'pytest'))) return true;
  return ['', 'tests', 'test'].some((folder) => listNames(join(tree, folder)).some((name) => /^test_.+\.py$|_test\.py$/.test(name)));
}

const holds = (path: string, word: string): boolean => existsSync(path) && readFileSync(path, 'utf8').includes(word);
const listNames = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);
