// What every npm script does first, whatever Node it was started with: install what is missing, then name the Node to use.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseNode, nodeProblem } from './choose-node.mjs';
import { installDependencies } from './install-dependencies.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const say = (line) => process.stderr.write(`${line}\n`);

/** @returns path of the Node to run everything with; exits with one clear sentence when there is none. */
export function prepare() {
  installDependencies(root, say);
  const node = chooseNode(root);
  if (!node) {
    say(nodeProblem());
    process.exit(2);
  }
  // Children that say `node` or `npx` must find the same one.
  process.env.PATH = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  return node;
}
