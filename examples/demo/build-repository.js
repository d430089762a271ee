/**
 * Builds the demo's repository from the patches beside this file: node build-repository.js FOLDER [--without-sessions]
 * Authors and dates are those of the patches, so the commits have the same hashes wherever it is built.
 * Plain JavaScript, because it also runs from inside node_modules, where Node does not strip types.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const patches = join(dirname(fileURLToPath(import.meta.url)), 'repository');

/** A person's own git settings must neither change a hash nor be asked for a signature; a hook's GIT_DIR must not lead elsewhere. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

const git = (folder, args, identity = {}) =>
  execFileSync('git', ['-c', 'core.autocrlf=false', '-c', 'core.hooksPath=', ...args], {
    cwd: folder,
    env: { ...env, ...identity },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

function applyPatch(folder, patch) {
  const [, name, email] = /^From: (.+) <(.+)>$/m.exec(readFileSync(patch, 'utf8'));
  git(folder, ['am', '--quiet', '--keep-cr', '--committer-date-is-author-date', patch], { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email });
}

const patchesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((path) => path.endsWith('.patch'))
        .sort()
        .map((path) => join(folder, path))
    : [];

/** Branches are folders: `branches/` holds what people had committed, `sessions/` what the recorded sessions added. */
function addBranches(folder, kind) {
  const from = join(patches, kind);
  for (const patch of patchesIn(from)) {
    const branch = relative(from, dirname(patch)).replaceAll('\\', '/');
    const known = git(folder, ['branch', '--list', branch]) !== '';
    git(folder, known ? ['switch', '--quiet', branch] : ['switch', '--quiet', '--create', branch, 'main']);
    applyPatch(folder, patch);
  }
}

/** @param {string} folder made by this function; must not exist yet */
export function buildRepository(folder, { withSessions = true } = {}) {
  mkdirSync(folder, { recursive: false });
  git(folder, ['init', '--quiet', '--initial-branch=main', '--object-format=sha1']);
  for (const patch of patchesIn(join(patches, 'main'))) applyPatch(folder, patch);
  addBranches(folder, 'branches');
  if (withSessions) addBranches(folder, 'sessions');
  git(folder, ['switch', '--quiet', 'main']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, option] = process.argv.slice(2);
  if (!folder) {
    process.stderr.write('Usage: node build-repository.js FOLDER [--without-sessions]\n');
    process.exit(2);
  }
  buildRepository(folder, { withSessions: option !== '--without-sessions' });
}
