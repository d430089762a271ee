// `npm run check`: everything that looks at the code without running it. `--list` prints the steps for scripts/test.mjs.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root, say } from './setup/prepare.mjs';

const bin = (...path) => join(root, 'node_modules', ...path);
const STEPS = [
  ['type check', bin('@typescript', 'native', 'bin', 'tsc'), '-p', '.'],
  ['lint', bin('oxlint', 'bin', 'oxlint'), '--deny-warnings'],
  ['format', bin('oxfmt', 'bin', 'oxfmt'), '--check', '.'],
  ['layers', join(root, 'scripts', 'check-layers.mjs')],
  ['dead code', bin('knip', 'bin', 'knip.js')],
];

if (process.argv.includes('--list')) {
  process.stdout.write(JSON.stringify(STEPS));
} else {
  const node = prepare();
  const failed = STEPS.filter(([name, script, ...args]) => {
    say(`— ${name}`);
    return spawnSync(node, [script, ...args], { cwd: root, stdio: 'inherit' }).status !== 0;
  });
  say(failed.length === 0 ? 'Everything passed.' : `Failed: ${failed.map(([name]) => name).join('; ')}.`);
  process.exit(failed.length === 0 ? 0 : 1);
}
