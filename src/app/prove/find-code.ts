/** The code a probe runs on: at its exact state, whoever has it. */
import { existsSync } from 'node:fs';
import type { CodeSource } from '../../journal/shared-cases-table.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { CaseId } from '../../model/team/ids.ts';
import type { ProbeTarget } from '../../model/team/probe.ts';
import { exportTree, type ExportedTree } from '../../probes/tree/export-tree.ts';
import { hashFolder } from '../../probes/tree/hash-folder.ts';
import { unpackTree } from '../../probes/tree/unpack-tree.ts';
import type { App } from '../app.ts';
import type { ProveTeam } from './prove-team.ts';

/** `tree` is the hash by which the case knows it. */
export interface FoundCode extends ExportedTree {
  /** The person's own work tree, for what is installed there; null where it is gone. */
  readonly checkout: string | null;
}

export interface CodeRequest {
  readonly case: CaseId;
  readonly target: ProbeTarget;
  /** Whether to believe only what this machine wrote down when it shared the case: where nothing shuts the code in. */
  readonly ownWordOnly: boolean;
}

/**
 * My repository's own tree where it is still there and has, to the last byte, the hash of what was shared; otherwise the archive
 * that went along with the case, checked against the same hash. A patch is applied on the agent's version by who asks for it.
 */
export async function findCode(
  { journal }: Pick<App, 'journal'>,
  team: ProveTeam,
  { case: id, target, ownWordOnly }: CodeRequest,
): Promise<Result<FoundCode, Problem>> {
  const which = target === 'fix' ? 'fix' : 'agent';
  const known = journal.attempt(() => journal.sharedCases.findByCase(id).find(({ host, content }) => host === team.host && content !== null)?.content ?? null);
  if (!known.ok) return known;
  const own = known.value?.[which === 'fix' ? 'fix' : 'tree'] ?? null;
  const hash = own ? ok(own.hash) : ownWordOnly || which === 'fix' ? ok(null) : await team.findTreeHash(id);
  if (!hash.ok) return hash;
  if (hash.value === null) return failed(noCode(which, known.value !== null));
  const checkout = own && existsSync(own.source.root) ? own.source.root : null;
  const exported = own && checkout !== null ? await exportOwn(own.source, hash.value) : null;
  if (exported) return ok({ ...exported, checkout });
  const archive = await team.readTree(id, which);
  if (!archive.ok) return archive;
  const unpacked = unpackTree(archive.value, hash.value);
  return unpacked.ok ? ok({ ...unpacked.value, checkout }) : unpacked;
}

/** Null where the commit is gone, or what was shared is not exactly its tree: edits were laid over it, or secrets taken out. */
async function exportOwn({ root, commit, edits }: CodeSource, hash: string): Promise<ExportedTree | null> {
  if (edits.length > 0) return null;
  const exported = await exportTree(root, commit);
  if (!exported.ok) return null;
  if (hashFolder(exported.value.folder) === hash) return { ...exported.value, tree: hash };
  exported.value.remove();
  return null;
}

function noCode(which: 'agent' | 'fix', isKnownHere: boolean): Problem {
  if (!isKnownHere) {
    return problem('not-found', 'This machine does not know the code of the case.', {
      why: 'The case was shared from another one, or without its code.',
      next: 'Run the probe on the machine that the case was shared from.',
    });
  }
  return problem('not-found', which === 'fix' ? 'The case was shared without the code that mended it.' : 'The case was shared without its code.', {
    why: 'There is nothing to run a probe on.',
  });
}
