// Runs a script of this repository under the right Node: `node scripts/with-node.mjs [--built] scripts/bench.ts --flag`.
// --built: it starts the built program, which must be that of these sources.
import { buildWhenChanged } from './setup/build-when-changed.mjs';
import { prepare, root, say } from './setup/prepare.mjs';
import { runChild } from './setup/run-child.mjs';

const [first, ...rest] = process.argv.slice(2);
const node = prepare();
if (first === '--built') buildWhenChanged(root, node, say);
process.exit(await runChild(node, first === '--built' ? rest : [first, ...rest], { cwd: root }));
