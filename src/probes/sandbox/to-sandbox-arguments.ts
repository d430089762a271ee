/**
 * What bubblewrap is told: the system read-only, a copy of the tree in memory, nothing of the person's home, no network, no
 * privileges, no other processes, and all of it gone when it ends.
 */
import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import type { Limits } from '../limits/limits.ts';

export interface ReadableFolder {
  readonly from: string;
  /** Where it appears; the same place when absent. */
  readonly at?: string;
}

export interface SandboxRequest {
  /** The exported tree; null for none. */
  readonly tree: string | null;
  readonly readable: readonly ReadableFolder[];
  readonly variables: Readonly<Record<string, string>>;
  readonly limits: Limits;
}

/** Where the copy of the tree stands inside. */
export const TREE_INSIDE = '/work';
const ORIGINAL_INSIDE = '/tree';
export const HOME_INSIDE = '/home/probe';

/** What programs need to start; links among them stay links. */
const SYSTEM = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'];
const SETTINGS = [
  'alternatives',
  'ld.so.cache',
  'ld.so.conf',
  'ld.so.conf.d',
  'passwd',
  'group',
  'nsswitch.conf',
  'localtime',
  'ssl',
  'ca-certificates',
  'mime.types',
  'java-17-openjdk',
];

/** The copy is made inside, where the limit of the disk holds; then the program takes the shell's place. */
export const COPY_THEN_RUN = ['/bin/sh', '-c', `cp -a ${ORIGINAL_INSIDE}/. ${TREE_INSIDE}/ && cd ${TREE_INSIDE} && exec "$@"`, 'sh'];

export function toSandboxArguments({ tree, readable, variables, limits }: SandboxRequest): string[] {
  const own = { HOME: HOME_INSIDE, PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', TERM: 'dumb', CI: 'true', ...variables };
  return [
    '--unshare-all',
    '--die-with-parent',
    '--new-session',
    '--cap-drop',
    'ALL',
    '--clearenv',
    ...Object.entries(own).flatMap(([name, value]) => ['--setenv', name, value]),
    ...SYSTEM.flatMap(toSystemFolder),
    ...SETTINGS.map((name) => `/etc/${name}`).flatMap((path) => ['--ro-bind-try', path, path]),
    '--proc',
    '/proc',
    '--dev',
    '/dev',
    ...['/tmp', HOME_INSIDE, TREE_INSIDE].flatMap((path) => ['--size', String(limits.diskBytes), '--tmpfs', path]),
    ...(tree === null ? [] : ['--ro-bind', tree, ORIGINAL_INSIDE]),
    ...readable.flatMap(({ from, at = from }) => ['--ro-bind', from, at]),
    '--hostname',
    'probe',
    '--chdir',
    TREE_INSIDE,
  ];
}

function toSystemFolder(path: string): string[] {
  if (!existsSync(path)) return [];
  return lstatSync(path).isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path];
}
