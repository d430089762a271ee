import type { CohortLoad } from '../../../model/api/team/cohorts.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { CohortId } from '../../../model/team/ids.ts';
import { DEFAULT_CAP_HOURS, type OwnLoad, type PreceptorLoad } from '../../../model/team/preceptor-load.ts';
import { findRelief } from '../../../programme/people/find-relief.ts';
import { judgeLoad } from '../../../programme/people/reckon-load.ts';
import { toWeek } from '../../../programme/weekly/to-week.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { listMyLeads, readCohortLoad, readOwnCap, readOwnLoad, setOwnCap, type CohortLoadRow } from '../../../store/preceptor-load.ts';
import type { SharedApp } from '../team-app.ts';
import { loadLedCohort } from './load-cohort.ts';

const WEEKS = 8;

/** My hours as a preceptor: this week so far, and the eight before it. */
export function showMyLoad({ store, clock }: Pick<SharedApp, 'store' | 'clock'>, actor: Actor): Promise<Result<OwnLoad, Problem>> {
  return store.as(actor, async (tx) => ok(await readLoad(tx, clock())));
}

export function setMyCap({ store, clock }: Pick<SharedApp, 'store' | 'clock'>, actor: Actor, hours: number): Promise<Result<OwnLoad, Problem>> {
  return store.as(actor, async (tx) => {
    await setOwnCap(tx, hours, clock().toISOString());
    tx.tell([actor.person, ...(await listMyLeads(tx))], 'changed', { load: true });
    return ok(await readLoad(tx, clock()));
  });
}

async function readLoad(tx: Tx, now: Date): Promise<OwnLoad> {
  const weeks = await readOwnLoad(tx, toWeek(now), WEEKS + 1);
  const own = await readOwnCap(tx);
  const cap = own ?? DEFAULT_CAP_HOURS;
  const thisWeek = weeks.at(-1)?.hours ?? 0;
  const { state, advice } = judgeLoad(Math.max(thisWeek, weeks.at(-2)?.hours ?? 0), cap);
  return { cap, isOwnCap: own !== null, thisWeek, weeks: weeks.slice(0, -1), state, advice };
}

/**
 * Hours of each preceptor of a cohort against their cap, for its lead, and who could take something over. Whole weeks only: the one
 * that runs would tell when somebody works.
 */
export function showCohortLoad({ store, clock }: Pick<SharedApp, 'store' | 'clock'>, actor: Actor, id: CohortId): Promise<Result<CohortLoad, Problem>> {
  return store.as(actor, async (tx) => {
    const cohort = await loadLedCohort(tx, id);
    if (!cohort.ok) return cohort;
    const lastWhole = toWeek(new Date(clock().getTime() - 7 * 24 * 3_600_000));
    return ok({ preceptors: toLoads(await readCohortLoad(tx, id, lastWhole, WEEKS)) });
  });
}

function toLoads(rows: readonly CohortLoadRow[]): PreceptorLoad[] {
  const rowsByPerson = Map.groupBy(rows, ({ preceptor }) => preceptor.id);
  const counted = [...rowsByPerson.values()].flatMap((own) => {
    const last = own.at(-1);
    return last ? [{ preceptor: last.preceptor, own, hours: last.hours, cap: last.cap ?? DEFAULT_CAP_HOURS }] : [];
  });
  const all = counted.map(({ preceptor, hours, cap }) => ({ ...preceptor, hours, cap }));
  return counted.map(({ preceptor, own, hours, cap }) => {
    const { state, advice } = judgeLoad(hours, cap);
    const relief = state === 'within' ? [] : findRelief({ ...preceptor, hours, cap }, all);
    return { preceptor, cap, weeks: own.map(({ week, hours: spent }) => ({ week, hours: spent })), state, advice, relief };
  });
}
