import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = join('node_modules', '.rounds-install');

function hashManifest(root) {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, name)));
  return hash.update(`${process.platform}-${process.arch}`).digest('hex');
}

/**
 * Runs `npm ci` unless node_modules already is what the lockfile says.
 * Flags answer measured traps: NODE_ENV=production would leave out the build tools, engine-strict would refuse Node 20
 * (which only starts the pinned Node), and no dependency needs an install script.
 * @returns true when it installed, false when nothing had to be done; exits with one clear sentence when npm fails.
 */
export function installDependencies(root, say) {
  const wanted = hashManifest(root);
  const stamp = join(root, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  say('Installing dependencies (first time, or the lockfile changed)…');
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const flags = ['ci', '--include=dev', '--include=optional', '--engine-strict=false', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = spawnSync(npm[0], [...npm.slice(1), ...flags], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: '' },
    shell: npm.length === 1 && process.platform === 'win32',
  });
  if (run.status !== 0) {
    say(
      `npm could not install the dependencies (exit ${run.status ?? run.signal}). Its own message is above; check the network to the npm registry and that ${join(root, 'node_modules')} can be written, then run the command again.`,
    );
    process.exit(4);
  }
  writeFileSync(stamp, wanted);
  return true;
}
