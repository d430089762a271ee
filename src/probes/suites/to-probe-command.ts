/** How one probe file is started: by the repository's own test framework where it is a test of it, as a plain script otherwise. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findGo, findNode, findPython } from '../toolchains/find-toolchain.ts';
import { detectGo, detectNodeSuite, detectPython, detectRust, type Detection, type Suite } from './detect-suite.ts';
import { readJson, type PackageChoice } from './find-dependencies.ts';

export interface ProbeFile {
  /** Within the tree. */
  readonly path: string;
  readonly code: string;
}

/** `framework` null: a plain script. */
export type ProbeCommand = Omit<Suite, 'framework'> & { readonly framework: Suite['framework'] | null };

export type ProbeStart = { readonly command: ProbeCommand } | { readonly command: null; readonly why: string };

/** @param checkout the person's own work tree, for what is installed there; null where it is gone */
export async function toProbeCommand(tree: string, checkout: string | null, probe: ProbeFile, packages: PackageChoice = 'same'): Promise<ProbeStart> {
  const { path } = probe;
  if (/\.[cm]?[jt]sx?$/.test(path)) return { command: startNode(tree, checkout, probe, packages) };
  if (path.endsWith('.py')) return startPython(checkout, path);
  if (path.endsWith('.go')) return startGo(tree, probe);
  if (path.endsWith('.rs')) return startRust(tree, path);
  if (path.endsWith('.sh')) return { command: toScript({ argv: ['/bin/sh', path], shownAs: `sh ${path}`, readable: [], variables: {} }) };
  return { command: null, why: `Rounds does not know how to start ${basename(path)}: it knows JavaScript, TypeScript, Python, Go, Rust and shell files.` };
}

const toScript = (suite: Omit<ProbeCommand, 'framework' | 'note'>, note: string | null = null): ProbeCommand => ({ ...suite, framework: null, note });

const isNodeTest = ({ path, code }: ProbeFile): boolean =>
  /(?:^|[./_-])(?:test|spec)\.[cm]?[jt]sx?$|(?:^|\/)__tests__\//.test(path) || /['"](?:node:test|vitest|@jest\/globals)['"]/.test(code);

function startNode(tree: string, checkout: string | null, probe: ProbeFile, packages: PackageChoice): ProbeCommand {
  const { path, code } = probe;
  const suite = detectNodeSuite(tree, checkout, readJson(join(tree, 'package.json')) ?? {}, packages);
  const isTest = isNodeTest(probe);
  if (suite && isTest) return { ...suite, ...narrowNode(suite, path) };
  const { program, folders, variables } = findNode();
  const readable = suite?.readable ?? folders.map((from) => ({ from }));
  const args = isTest && /['"]node:test['"]/.test(code) ? ['--test', path] : [path];
  const command = { argv: [program, ...args] as const, shownAs: `node ${args.join(' ')}`, readable, variables: { ...variables, NO_COLOR: '1' } };
  return args.length > 1 ? { ...command, framework: 'node:test', note: null } : toScript(command, suite?.note ?? null);
}

/** Options of node that take the next word with them. */
const TAKES_NEXT = /^(?:--(?:import|require|loader|experimental-loader|conditions|env-file)|-[rC])$/;

function narrowNode({ framework, argv }: Suite, path: string): Pick<Suite, 'argv' | 'shownAs'> {
  const [program, ...args] = argv;
  if (framework === 'vitest') return { argv: [program, ...args, path], shownAs: `vitest run ${path}` };
  if (framework === 'jest') return { argv: [program, ...args, '--runTestsByPath', path], shownAs: `jest --ci --runTestsByPath ${path}` };
  const own = args.filter((word, at) => word.startsWith('-') || TAKES_NEXT.test(args[at - 1] ?? ''));
  return { argv: [program, ...own, path], shownAs: `node ${[...own, path].join(' ')}` };
}

async function startPython(checkout: string | null, path: string): Promise<ProbeStart> {
  if (/(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(path)) return narrow(await detectPython(checkout), [path]);
  const python = await findPython(null);
  if (!python) return { command: null, why: 'Python is not installed here.' };
  return {
    command: toScript({
      argv: [python.program, path],
      shownAs: `python ${path}`,
      readable: python.folders.map((from) => ({ from })),
      variables: python.variables,
    }),
  };
}

async function startGo(tree: string, { path, code }: ProbeFile): Promise<ProbeStart> {
  if (!path.endsWith('_test.go')) {
    const go = await findGo();
    if (!go) return { command: null, why: 'Go is not installed here.' };
    return {
      command: toScript({
        argv: [go.program, 'run', path],
        shownAs: `go run ${path}`,
        readable: go.folders.map((from) => ({ from })),
        variables: go.variables,
      }),
    };
  }
  if (!existsSync(join(tree, 'go.mod'))) return { command: null, why: 'There is no go.mod in the tree, so "go test" has nothing to start from.' };
  const names = [...code.matchAll(/^func (Test\w*)\(/gm)].map(([, name]) => name);
  if (names.length === 0) return { command: null, why: 'The probe has no function whose name begins with Test.' };
  const found = await detectGo();
  if (found.suite === null) return { command: null, why: found.why };
  const args = ['test', '-v', '-count=1', '-run', `^(${names.join('|')})$`, `./${dirname(path)}`] as const;
  return { command: { ...found.suite, argv: [found.suite.argv[0], ...args], shownAs: `go ${args.join(' ')}` } };
}

async function startRust(tree: string, path: string): Promise<ProbeStart> {
  const name = /^tests\/([\w-]+)\.rs$/.exec(path)?.[1];
  if (name === undefined || !existsSync(join(tree, 'Cargo.toml')))
    return { command: null, why: 'A Rust probe is an integration test: put it into tests/ of a tree with a Cargo.toml.' };
  return narrow(await detectRust(), ['--test', name]);
}

const narrow = (found: Detection, args: readonly string[]): ProbeStart =>
  found.suite === null
    ? { command: null, why: found.why }
    : { command: { ...found.suite, argv: [...found.suite.argv, ...args], shownAs: `${found.suite.shownAs} ${args.join(' ')}` } };
