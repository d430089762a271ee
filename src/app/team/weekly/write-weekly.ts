import type { WeeklyHalf } from '../../../model/api/team/weekly.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ProgrammeId } from '../../../model/team/ids.ts';
import type { WeeklyAct } from '../../../model/team/weekly-page.ts';
import { addWeeks, toWeek } from '../../../programme/weekly/to-week.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import type { OwnProgramme } from '../../../store/own-programmes.ts';
import { listEntries, listFocuses, setFocus, toAct, writeEntry } from '../../../store/weekly-pages.ts';
import { loadRunningProgramme, tellTwo } from '../own-programmes/load-own-programme.ts';
import type { SharedApp } from '../team-app.ts';

type WeeklyApp = Pick<SharedApp, 'store' | 'clock'>;
interface Page {
  readonly programme: ProgrammeId;
  readonly week: string;
}

/** Hands my half in: the preceptee's before the preceptor's. Until the focus is agreed it may be handed in again. */
export function writeWeekly({ store, clock }: WeeklyApp, actor: Actor, { programme, week }: Page, { of, ...half }: WeeklyHalf): Promise<Result<void, Problem>> {
  return store.as<void>(actor, async (tx) => {
    const open = await openWeek(tx, { programme, week }, clock());
    if (!open.ok) return open;
    const { own, act } = open.value;
    if ((of === 'preceptee' ? own.preceptee.id : own.preceptor.id) !== actor.person)
      return failed(problem('not-allowed', 'That is the other’s half of the page.', { next: 'Write yours.' }));
    if (act === 'done') return failed(agreed());
    if (act === 'wait-for-half' && of === 'preceptor')
      return failed(problem('conflict', `${own.preceptee.name} writes first.`, { next: 'Your half is saved in this browser until then.' }));
    await writeEntry(tx, { programme, week, half, at: clock().toISOString() });
    tellTwo(tx, own);
    return ok(undefined);
  });
}

/** Proposes words for the focus of the week, or agrees where they are exactly what the other proposed. */
export function agreeFocus({ store, clock }: WeeklyApp, actor: Actor, { programme, week }: Page, focus: string): Promise<Result<void, Problem>> {
  return store.as<void>(actor, async (tx) => {
    const open = await openWeek(tx, { programme, week }, clock());
    if (!open.ok) return open;
    const { own, act } = open.value;
    if (act === 'done') return failed(agreed());
    if (act === 'write' || act === 'wait-for-half')
      return failed(problem('conflict', 'The focus comes after both halves.', { next: 'Hand in the page first.' }));
    await setFocus(tx, { programme, week, focus, at: clock().toISOString() });
    tellTwo(tx, own);
    return ok(undefined);
  });
}

async function openWeek(tx: Tx, { programme, week }: Page, now: Date): Promise<Result<{ own: OwnProgramme; act: WeeklyAct }, Problem>> {
  const own = await loadRunningProgramme(tx, programme);
  if (!own.ok) return own;
  const current = toWeek(now);
  if (week !== current && week !== addWeeks(current, -1)) return failed(tooFar());
  const [focus] = await listFocuses(tx, programme, { from: week, to: week });
  const entries = await listEntries(tx, programme, { from: week, to: week });
  return ok({ own: own.value, act: toAct(own.value, tx.actor.person, entries, focus) });
}

export const tooFar = (): Problem =>
  problem('bad-input', 'Only the page of this week and that of the last one are open.', { next: 'Earlier weeks are below it.' });

const agreed = (): Problem =>
  problem('conflict', 'The focus of this week is agreed.', { why: 'With it the page is closed for both.', next: 'Go on with next week’s page.' });
