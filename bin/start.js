const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const root = join(__dirname, '..');
const built = join(root, 'dist', 'cli', 'main.js');
// A checkout that was not built runs its sources: Node strips the types.
const main = existsSync(built) ? built : join(root, 'src', 'cli', 'main.ts');

import(pathToFileURL(main).href)
  .then((module) => module.main(process.argv.slice(2)))
  .catch((error) => {
    process.stderr.write(`Rounds could not start: ${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 70;
  });
