import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INPUT_FOLDERS = ['src'];
const INPUT_FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.program.config.ts', 'vite.config.ts'];

function* listFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listFiles(path);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

/** Content, not times: a fresh clone or a touched file must not build again. About 20 ms for the whole tree. */
function hashInputs(root) {
  const hash = createHash('sha256');
  const files = [...INPUT_FOLDERS.flatMap((folder) => [...listFiles(join(root, folder))]), ...INPUT_FILES.map((file) => join(root, file))];
  for (const file of files) if (existsSync(file)) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Bundles the program and the web app into dist, unless dist was built from exactly these sources. Exits 70 when the build fails. */
export function buildWhenChanged(root, node, say, { force = false } = {}) {
  const stamp = join(root, 'dist', '.built-from');
  const wanted = hashInputs(root);
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  say('Building…');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  mkdirSync(join(root, 'dist'), { recursive: true });
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const steps = [
    [vite, 'build', '--config', 'vite.program.config.ts', '--logLevel', 'warn'],
    [vite, 'build', '--logLevel', 'warn'],
  ];
  for (const [script, ...args] of steps) {
    const run = spawnSync(node, [join(root, script), ...args], { cwd: root, stdio: ['ignore', 2, 2] });
    if (run.status === 0) continue;
    say(`The build failed at: ${script} ${args.join(' ')}. The messages above say where.`);
    process.exit(70);
  }
  writeFileSync(stamp, wanted);
  return true;
}
