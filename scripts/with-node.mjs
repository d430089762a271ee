// Runs a script of this repository under the right Node: `node scripts/with-node.mjs scripts/bench.ts --flag`.
import { prepare, root } from './setup/prepare.mjs';
import { runChild } from './setup/run-child.mjs';

const node = prepare();
process.exit(await runChild(node, process.argv.slice(2), { cwd: root }));
