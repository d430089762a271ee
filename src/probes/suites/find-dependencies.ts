/** Dependencies that the person has installed already, where their checkout names exactly those that the tree asks for. */
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ReadableFolder } from '../sandbox/to-sandbox-arguments.ts';

export interface Dependencies {
  readonly readable: readonly ReadableFolder[];
  /** What a person should know when the run fails; null where all is as it should be. */
  readonly note: string | null;
}

const LOCK_FILES = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];
/** How deep packages of one repository lie. */
const DEEPEST_PACKAGE = 3;

/** `same`: those of the tree's own lock file, or none. `nearest`: those that are there, where a run that passes is what proves that they fit. */
export type PackageChoice = 'same' | 'nearest';

/** @param checkout the person's own work tree of the repository; null where it is gone */
export function findNodeModules(tree: string, checkout: string | null, choice: PackageChoice = 'same'): Dependencies {
  if (checkout === null) return { readable: [], note: needsPackages(tree) ? 'The repository is not here, so none of its packages are installed.' : null };
  const lock = LOCK_FILES.find((name) => existsSync(join(tree, name)));
  const compared = lock ?? 'package.json';
  const isOther = !isSame(join(tree, compared), join(checkout, compared));
  if (isOther && choice === 'same') return { readable: [], note: `The packages installed in ${checkout} are those of another ${compared}, so none are used.` };
  const found = listModuleFolders(checkout, 0);
  if (found.length === 0) return { readable: [], note: needsPackages(tree) ? `No packages are installed in ${checkout}.` : null };
  const readable = found.map((folder) => ({ from: realpathSync(folder), at: relative(checkout, folder) }));
  return { readable, note: isOther ? `The packages installed in ${checkout} are those of another ${compared}.` : null };
}

function listModuleFolders(folder: string, depth: number): string[] {
  if (depth > DEEPEST_PACKAGE) return [];
  const own = join(folder, 'node_modules');
  const found = existsSync(own) ? [own] : [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
    if (lstatSync(join(folder, entry.name)).isSymbolicLink()) continue;
    found.push(...listModuleFolders(join(folder, entry.name), depth + 1));
  }
  return found;
}

function needsPackages(tree: string): boolean {
  const declared = readJson(join(tree, 'package.json'));
  return ['dependencies', 'devDependencies'].some((kind) => Object.keys((declared?.[kind] as object | undefined) ?? {}).length > 0);
}

export function readJson(path: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null; // absent, or no JSON: then it says nothing
  }
}

const isSame = (one: string, other: string): boolean => existsSync(one) && existsSync(other) && readFileSync(one).equals(readFileSync(other));
