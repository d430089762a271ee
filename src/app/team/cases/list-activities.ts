import type { ActivityId } from '../../../model/activity-names.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { Tx } from '../../../store/connect-store.ts';
import type { StoredCase } from '../../../store/cases.ts';
import type { SharedApp } from '../team-app.ts';
import { readTruth } from './case-bodies.ts';

/** A comparison is judging, taking a change apart is reading it. */
const OF_KIND: Readonly<Partial<Record<StoredCase['kind'], readonly ActivityId[]>>> = { comparison: ['E4'], deconstruction: ['E3'] };

/** Which activities matter in a case. Of a moment that is part of what is withheld: empty to who may not know it yet. */
export async function listActivities(app: Pick<SharedApp, 'keys'>, tx: Tx, stored: StoredCase): Promise<Result<readonly ActivityId[], Problem>> {
  const known = OF_KIND[stored.kind];
  if (known) return ok(known);
  if (stored.forgottenAt !== null) return ok([]);
  const truth = await readTruth(app, tx, stored);
  return truth.ok ? ok(truth.value.moment?.activities ?? []) : truth;
}
