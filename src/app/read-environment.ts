import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Environment } from './environment.ts';

/** The package's own folder: two above this file, in src/app as in dist/app. */
const packageFolder = new URL('../../', import.meta.url);

/** The process as it is, read once at an edge. */
export function readEnvironment(): Environment {
  const { version } = JSON.parse(readFileSync(new URL('package.json', packageFolder), 'utf8')) as { version: string };
  return {
    variables: process.env,
    platform: process.platform,
    userHome: homedir(),
    folder: process.cwd(),
    version,
    demoFolder: fileURLToPath(new URL('examples/demo', packageFolder)),
  };
}
