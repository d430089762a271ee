/** Where the person's own tools lie, so that a sandbox can read these and nothing around them. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram } from '../sandbox/find-program.ts';
import { askTool } from './ask-tool.ts';

export interface Toolchain {
  readonly program: string;
  /** Outside the system's own folders. */
  readonly folders: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/** The Node of the path, or else the one Rounds runs on. */
export function findNode(): Toolchain {
  const program = realpathSync(findProgram('node') ?? process.execPath);
  return { program, folders: outsideSystem([dirname(dirname(program))]), variables: {} };
}

/** @param virtual a virtual environment of the checkout */
export async function findPython(virtual: string | null): Promise<Toolchain | null> {
  const program = virtual === null ? (findProgram('python3') ?? findProgram('python')) : join(virtual, 'bin', 'python');
  if (program === null) return null;
  const said = await askTool([program, '-c', 'import json, sys; print(json.dumps([sys.executable, sys.prefix, sys.base_prefix]))']);
  if (said === null) return null;
  const [executable = '', ...prefixes] = JSON.parse(said) as string[];
  return { program: executable, folders: outsideSystem(prefixes), variables: { PYTHONDONTWRITEBYTECODE: '1' } };
}

/** Where compiled packages are kept inside; by default empty, and everything is compiled anew. */
const GO_CACHE_INSIDE = '/tmp/go-build';

export async function findGo(): Promise<(Toolchain & { readonly cache: string }) | null> {
  const program = findProgram('go');
  const said = program === null ? null : await askTool([program, 'env', 'GOROOT', 'GOMODCACHE', 'GOCACHE']);
  if (program === null || said === null) return null;
  const [root = '', modules = '', cache = ''] = said.split('\n');
  return {
    program: join(root, 'bin', 'go'),
    folders: outsideSystem([root, modules]),
    cache,
    // Nothing is fetched: neither a module nor another Go.
    variables: {
      GOROOT: root,
      GOMODCACHE: modules,
      GOCACHE: GO_CACHE_INSIDE,
      GOPATH: '/tmp/go',
      GOPROXY: 'off',
      GOTOOLCHAIN: 'local',
      GOFLAGS: '-modcacherw',
      GONOSUMDB: '*',
    },
  };
}

/**
 * The person's own compiled packages, to be read. They hold code of other repositories, so they are for runs whose output nobody
 * else sees. Its folders alone: Go writes beside them, and goes on where it cannot write into one.
 */
export function listGoCache({ cache }: { readonly cache: string }): { from: string; at: string }[] {
  if (cache === '' || !existsSync(cache)) return [];
  const names = readdirSync(cache).filter((name) => /^[0-9a-f]{2}$/.test(name));
  return names.map((name) => ({ from: join(cache, name), at: `${GO_CACHE_INSIDE}/${name}` }));
}

export async function findRust(): Promise<(Toolchain & { readonly registry: string | null }) | null> {
  const rustc = findProgram('rustc');
  const root = rustc === null ? null : await askTool([rustc, '--print', 'sysroot']);
  if (root === null) return null;
  const home = process.env['CARGO_HOME'] ?? join(process.env['HOME'] ?? '/', '.cargo');
  const registry = join(home, 'registry');
  return {
    program: join(root, 'bin', 'cargo'),
    folders: outsideSystem([root]),
    registry: existsSync(registry) ? registry : null,
    variables: { CARGO_NET_OFFLINE: 'true', CARGO_TARGET_DIR: '/tmp/target', RUSTC: join(root, 'bin', 'rustc'), CARGO_TERM_COLOR: 'never' },
  };
}

const outsideSystem = (folders: readonly string[]): string[] =>
  [...new Set(folders)].filter((folder) => folder !== '' && folder !== '/' && !/^\/(?:usr|bin|lib\w*)(?:\/|$)/.test(folder) && existsSync(folder));
