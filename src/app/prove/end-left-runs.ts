import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { createRunKeeper, HeldRun } from './keep-runs.ts';
import type { ProveTeam } from './prove-team.ts';
import { toUnrun } from './run-approved.ts';

const INTERRUPTED = 'Rounds ended on the owner’s machine while the probe ran, and the probe with it.';

/** Tells the team of runs that this machine did not finish, or finished while the team could not be reached. Returns how many are left. */
export async function endLeftRuns(keeper: ReturnType<typeof createRunKeeper>, team: ProveTeam): Promise<number> {
  let left = 0;
  for (const held of keeper.listLeft()) {
    let isTold = false;
    try {
      isTold = held.record.host === team.host && (await isSettled(held, team));
    } finally {
      if (isTold) held.remove();
      else held.release();
    }
    if (!isTold) left += 1;
  }
  return left;
}

async function isSettled({ record }: HeldRun, team: ProveTeam): Promise<boolean> {
  removeTree(record.folder);
  const shown = await team.showProbe(record.probe);
  if (!shown.ok) return shown.problem.tag === 'not-found';
  // It waits still, or was ended already, or its case was forgotten.
  if (shown.value.state !== 'running') return true;
  const ended = await team.end(record.probe, record.result ?? toUnrun(INTERRUPTED, { sha256: record.sha256, treeHash: '' }));
  return ended.ok || ended.problem.tag === 'conflict';
}

/** Only what Rounds itself makes for a tree. */
function removeTree(folder: string | null): void {
  if (folder === null) return;
  const parent = dirname(folder);
  if (dirname(parent) === tmpdir() && parent.startsWith(join(tmpdir(), 'rounds-tree-'))) rmSync(parent, { recursive: true, force: true });
}
