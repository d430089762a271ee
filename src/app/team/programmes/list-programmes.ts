import type { ProgrammeList } from '../../../model/api/team/programmes.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { ProgrammeId } from '../../../model/team/ids.ts';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { listIncomingHandOvers } from '../../../store/hand-overs.ts';
import { listProgrammeRows } from '../../../store/programmes.ts';
import type { SharedApp } from '../team-app.ts';
import { loadProgramme } from './load-programme.ts';
import { presentProgramme } from './present-programme.ts';

type ProgrammeApp = Pick<SharedApp, 'store' | 'clock'>;

/** Those I am one of two in and those I lead; and who asks me to take one over. */
export function listProgrammes({ store, clock }: ProgrammeApp, actor: Actor): Promise<Result<ProgrammeList, Problem>> {
  return store.as(actor, async (tx) => {
    const now = clock().toISOString();
    const rows = await listProgrammeRows(tx);
    return ok({ programmes: rows.map((row) => presentProgramme(row, actor.person, now)), incoming: await listIncomingHandOvers(tx) });
  });
}

/** One year as I may see it now. */
export function showProgramme({ store, clock }: ProgrammeApp, actor: Actor, id: ProgrammeId): Promise<Result<TeamProgramme, Problem>> {
  return store.as(actor, async (tx) => {
    const row = await loadProgramme(tx, id);
    return row.ok ? ok(presentProgramme(row.value, actor.person, clock().toISOString())) : row;
  });
}
