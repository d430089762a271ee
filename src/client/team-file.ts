import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';

const teamFileSchema = z.object({ url: z.string(), token: z.string(), tokenId: z.string() });
/** The team this machine is signed in to. */
export type TeamFile = z.infer<typeof teamFileSchema>;

const pathIn = (home: string): string => join(home, 'team.json');

/** Null where this machine is signed in nowhere. A file that others can read is refused: its token may be known to them. */
export function loadTeamFile(home: string): Result<TeamFile | null, Problem> {
  const path = pathIn(home);
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return ok(null);
    // Windows has no such bits; there the folder's own access list keeps others out.
    if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) {
      return failed(
        problem('storage', `Others of this machine can read ${path}.`, { next: 'Sign out everywhere in the browser, then run "rounds login" again.' }),
      );
    }
    const parsed = teamFileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? ok(parsed.data) : failed(unreadable(path));
  } catch (error) {
    if (error instanceof SyntaxError) return failed(unreadable(path));
    return failed(problem('storage', `${path} cannot be read.`, { why: error instanceof Error ? error.message : undefined }));
  }
}

/** Replaces the file as a whole, readable by its owner alone from the first byte on. */
export function saveTeamFile(home: string, file: TeamFile): Result<null, Problem> {
  const path = pathIn(home);
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    rmSync(draft, { force: true });
    writeFileSync(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
    return ok(null);
  } catch (error) {
    return failed(problem('storage', `The sign-in could not be kept at ${path}.`, { why: error instanceof Error ? error.message : undefined }));
  }
}

export const removeTeamFile = (home: string): void => rmSync(pathIn(home), { force: true });

const unreadable = (path: string): Problem => problem('storage', `${path} is damaged.`, { next: 'Run "rounds login" again.' });
