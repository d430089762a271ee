import type { OfferTime, ProtectedTimeView } from '../../../model/api/team/protected-time.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { PersonId, ProgrammeId, ProtectedTimeId } from '../../../model/team/ids.ts';
import { reckonLoad } from '../../../programme/people/reckon-load.ts';
import { addWeeks, toWeek, toWeekStart } from '../../../programme/weekly/to-week.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { confirmTime, deleteTime, listPairSpans, listProtectedTime, offerTime, readTime } from '../../../store/protected-time.ts';
import { makeId } from '../make-id.ts';
import { loadOwnProgramme, tellTwo } from '../own-programmes/load-own-programme.ts';
import type { SharedApp } from '../team-app.ts';

type TimeApp = Pick<SharedApp, 'store' | 'clock'>;

/** This one and the eight before it. */
const WEEKS_SHOWN = 9;

/** Hours of the two against those their plan protects, and what was offered. */
export function showProtectedTime({ store, clock }: TimeApp, actor: Actor, programme: ProgrammeId): Promise<Result<ProtectedTimeView, Problem>> {
  return store.as(actor, async (tx) => {
    const own = await loadOwnProgramme(tx, programme);
    if (!own.ok) return own;
    const now = clock();
    const weeks = Array.from({ length: WEEKS_SHOWN }, (_, index) => addWeeks(toWeek(now), -index));
    const from = toWeekStart(weeks.at(-1) ?? toWeek(now)).toISOString();
    const spans = await listPairSpans(tx, programme, { from, to: now.toISOString() });
    const hoursIn = (week: string): number => {
      const ends = toWeekStart(addWeeks(week, 1));
      const period = { from: toWeekStart(week).toISOString(), to: (ends < now ? ends : now).toISOString() };
      return Math.round(reckonLoad(spans, { period, cap: own.value.protectedHours }).hours * 2) / 2;
    };
    return ok({
      me: actor.person as PersonId,
      hoursAWeek: own.value.protectedHours,
      weeks: weeks.map((week) => ({ week, hours: hoursIn(week) })),
      times: await listProtectedTime(tx, programme, from),
    });
  });
}

/** Says that this time was kept for the two, or is to be. It counts once the other confirms it. */
export function offerProtectedTime({ store, clock }: TimeApp, actor: Actor, { programme, from, to }: OfferTime): Promise<Result<ProtectedTimeView, Problem>> {
  return changeTime({ store, clock }, actor, async (tx) => {
    const own = await loadOwnProgramme(tx, programme);
    if (!own.ok) return own;
    return (await offerTime(tx, { id: makeId<ProtectedTimeId>('b'), programme, from, to }))
      ? ok(programme)
      : failed(problem('conflict', 'Exactly this time is there already.', { next: 'Confirm it, or offer another.' }));
  });
}

export function confirmProtectedTime({ store, clock }: TimeApp, actor: Actor, id: ProtectedTimeId): Promise<Result<ProtectedTimeView, Problem>> {
  return changeTime({ store, clock }, actor, async (tx) => {
    const time = await readTime(tx, id);
    if (!time) return failed(noSuchTime());
    return (await confirmTime(tx, id, clock().toISOString()))
      ? ok(time.programme)
      : failed(problem('not-allowed', 'You offered this time yourself.', { next: 'The other of you confirms it.' }));
  });
}

/** Either of the two takes it back, confirmed or not. */
export function takeBackProtectedTime({ store, clock }: TimeApp, actor: Actor, id: ProtectedTimeId): Promise<Result<ProtectedTimeView, Problem>> {
  return changeTime({ store, clock }, actor, async (tx) => {
    const time = await readTime(tx, id);
    return time && (await deleteTime(tx, id)) ? ok(time.programme) : failed(noSuchTime());
  });
}

async function changeTime(app: TimeApp, actor: Actor, change: (tx: Tx) => Promise<Result<ProgrammeId, Problem>>): Promise<Result<ProtectedTimeView, Problem>> {
  const changed = await app.store.as(actor, async (tx) => {
    const programme = await change(tx);
    if (!programme.ok) return programme;
    const own = await loadOwnProgramme(tx, programme.value);
    if (own.ok) tellTwo(tx, own.value);
    return programme;
  });
  return changed.ok ? showProtectedTime(app, actor, changed.value) : changed;
}

const noSuchTime = (): Problem =>
  problem('not-found', 'There is no such time of yours.', { next: 'It may have been taken back. Reload to see what is there.' });
