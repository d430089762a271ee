// `npm start`: install, build, then `rounds` with the arguments given after `--`.
import { join } from 'node:path';
import { buildWhenChanged } from './setup/build-when-changed.mjs';
import { prepare, root, say } from './setup/prepare.mjs';
import { runChild } from './setup/run-child.mjs';

const node = prepare();
buildWhenChanged(root, node, say);
process.exit(await runChild(node, [join(root, 'bin', 'rounds.js'), ...process.argv.slice(2)]));
