/** Bytes that were previewed, until they are sent: what leaves is what was seen, and not something made again. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PreparedShare } from '../../journal/shared-cases-table.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { hashBytes } from '../../probes/tree/pack-tree.ts';
import type { App } from '../app.ts';

type Deps = Pick<App, 'journal' | 'clock'>;

const KEPT_MS = 3 * 24 * 60 * 60 * 1000;

const toFolder = ({ journal }: Pick<Deps, 'journal'>): string => join(journal.home, 'previews');
const toFile = (deps: Pick<Deps, 'journal'>, digest: string): string => join(toFolder(deps), `${digest}.json`);

export function keepPreview(deps: Deps, digest: string, bytes: Uint8Array, prepared: PreparedShare): Result<null, Problem> {
  const { journal, clock } = deps;
  const now = clock();
  const kept = journal.attempt(() => {
    for (const old of journal.sharedCases.listPreviewsBefore(new Date(now.getTime() - KEPT_MS).toISOString())) dropPreview(deps, old);
    mkdirSync(toFolder(deps), { recursive: true, mode: 0o700 });
    writeFileSync(toFile(deps, digest), bytes, { mode: 0o600 });
    journal.sharedCases.savePreview(digest, now.toISOString(), prepared);
  });
  return kept.ok ? ok(null) : kept;
}

/** Null where there is none, or its file is not what it was. */
export function readPreview(deps: Pick<Deps, 'journal'>, digest: string): { readonly prepared: PreparedShare; readonly bytes: Buffer } | null {
  const prepared = deps.journal.sharedCases.getPreview(digest);
  if (!prepared) return null;
  try {
    const bytes = readFileSync(toFile(deps, digest));
    return hashBytes(bytes) === digest ? { prepared, bytes } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export function dropPreview(deps: Pick<Deps, 'journal'>, digest: string): void {
  rmSync(toFile(deps, digest), { force: true });
  deps.journal.sharedCases.removePreview(digest);
}
