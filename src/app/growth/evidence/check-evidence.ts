import { existsSync } from 'node:fs';
import type { LinkedEvidence } from '../../../model/linked-evidence.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { GrowthApp } from '../growth-app.ts';
import { hashEvidence } from './hash-evidence.ts';

/** `same`: git says of it what it said when it was linked. `elsewhere`: its repository is not on this machine. `address`: nobody looked. */
export type EvidenceState = 'same' | 'changed' | 'gone' | 'elsewhere' | 'address';

export interface CheckedEvidence {
  readonly evidence: LinkedEvidence;
  readonly state: EvidenceState;
}

/** All that is linked, the latest first, and whether it still is what it was. */
export async function listCheckedEvidence({ journal }: Pick<GrowthApp, 'journal'>): Promise<Result<CheckedEvidence[], Problem>> {
  const listed = journal.attempt(() => journal.linkedEvidence.list());
  if (!listed.ok) return listed;
  const checked: CheckedEvidence[] = [];
  for (const evidence of listed.value) checked.push({ evidence, state: await check(evidence) });
  return ok(checked);
}

async function check(evidence: LinkedEvidence): Promise<EvidenceState> {
  if (evidence.hash === null) return 'address';
  if (!existsSync(evidence.root)) return 'elsewhere';
  const now = await hashEvidence(evidence);
  if (now === null) return 'gone';
  return now === evidence.hash ? 'same' : 'changed';
}
