import { realpathSync } from 'node:fs';
import type { App } from './app.ts';
import { findRunningSession } from './check/find-running-session.ts';
import { findWorkTree, listNestedTrees } from './check/find-roots.ts';
import { listUnproven, type WhyUnproven } from './check/list-unproven.ts';
import { readOwnTestCommand, suggestProof } from './check/suggest-proof.ts';

export interface UnprovenClaim {
  readonly claim: string;
  readonly type: string;
  readonly line: number;
  readonly at: string | null;
  readonly files: readonly string[];
  readonly why: WhyUnproven;
  /** The run that comes nearest, where there is one. */
  readonly run: string | null;
  /** What would prove it; null where nothing of the kind is known. */
  readonly proof: string | null;
}

export interface CheckedClaims {
  readonly file: string | null;
  readonly claims: readonly UnprovenClaim[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Which claims of the running session, the newest of this work tree, no run bears out yet: those since its last commit, of the
 * last 24 hours. Reads the agent's own file and nothing else; nothing is kept, nothing is run.
 */
export function checkClaims({ environment, clock }: Pick<App, 'environment' | 'clock'>): CheckedClaims {
  const root = findWorkTree(environment.folder);
  if (root === null) return { file: null, claims: [] };
  const since = clock().getTime() - DAY_MS;
  const facts = findRunningSession({ environment, roots: [root, realpathSync(root)], nested: listNestedTrees(root), since });
  if (!facts) return { file: null, claims: [] };
  const ownCommand = readOwnTestCommand(root);
  const claims = listUnproven(facts, { since, hasTests: ownCommand !== null }).map((unproven): UnprovenClaim => {
    const { claim, words, at, files, why, run } = unproven;
    return {
      claim: words,
      type: claim.type,
      line: claim.line,
      at: at === null ? null : new Date(at).toISOString(),
      files,
      why,
      run: run?.command ?? null,
      proof: suggestProof(facts, unproven, ownCommand),
    };
  });
  return { file: facts.file, claims };
}
