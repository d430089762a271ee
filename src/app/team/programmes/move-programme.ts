import type { SavePlan } from '../../../model/api/team/programmes.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { MeetingId, ProgrammeId } from '../../../model/team/ids.ts';
import type { ProgrammeAction, TeamProgramme } from '../../../model/team/programme.ts';
import { moveProgramme } from '../../../programme/year/move-programme.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { insertMeeting, listMeetings } from '../../../store/meetings.ts';
import { agreePlan, moveProgrammeRow, savePlan, type ProgrammeRow } from '../../../store/programmes.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';
import { loadProgramme, tellOfProgramme } from './load-programme.ts';
import { presentProgramme, toAct, toModel, toNameOf } from './present-programme.ts';

const FIRST_MEETING_MINUTES = 60;

type ProgrammeApp = Pick<SharedApp, 'store' | 'clock'>;

/** The plan as the two and their lead write it before the year; what was agreed to an older version is void. */
export function saveMyPlan(app: ProgrammeApp, actor: Actor, id: ProgrammeId, { onVersion, ...plan }: SavePlan): Promise<Result<TeamProgramme, Problem>> {
  return act(app, actor, id, async (tx, row) => {
    if (row.state !== 'planned') return failed(begun(row));
    const saved = await savePlan(tx, id, { ...plan, protectedHours: plan.protectedHoursAWeek }, onVersion);
    return saved === null ? failed(changedMeanwhile(row, onVersion)) : ok(undefined);
  });
}

/** To exactly this version of the plan. */
export function agreeToPlan(app: ProgrammeApp, actor: Actor, id: ProgrammeId, version: number): Promise<Result<TeamProgramme, Problem>> {
  return act(app, actor, id, async (tx, row, at) => {
    if (row.state !== 'planned') return failed(begun(row));
    return (await agreePlan(tx, id, version, at)) ? ok(undefined) : failed(changedMeanwhile(row, version));
  });
}

/** Starts, pauses, resumes, completes or ends a year. The words are of src/programme, the right is the database's. */
export function moveMyProgramme(
  app: ProgrammeApp,
  actor: Actor,
  id: ProgrammeId,
  { action, why }: { action: ProgrammeAction; why: string },
): Promise<Result<TeamProgramme, Problem>> {
  return act(app, actor, id, async (tx, row, at) => {
    const moved = moveProgramme(toModel(row), toAct(action, why), at, toNameOf(row));
    if (!moved.ok) return moved;
    await moveProgrammeRow(tx, id, { action, why, at });
    if (action === 'start') await makeFirstMeeting(tx, row, at);
    return ok(undefined);
  });
}

/** The plan that all three agreed to says when they meet first; where that is still to come it is a meeting from the start, in their calendars, too. */
async function makeFirstMeeting(tx: Tx, { id: programme, firstMeetingAt: startsAt }: ProgrammeRow, at: string): Promise<void> {
  if (startsAt === null || startsAt <= at) return;
  const known = await listMeetings(tx, { programme });
  if (known.some(({ kind, cancelledAt }) => kind === 'first meeting' && cancelledAt === null)) return;
  await insertMeeting(tx, { id: makeId<MeetingId>('a'), programme, kind: 'first meeting', startsAt, minutes: FIRST_MEETING_MINUTES, at });
}

function act(
  { store, clock }: ProgrammeApp,
  actor: Actor,
  id: ProgrammeId,
  work: (tx: Tx, row: ProgrammeRow, at: string) => Promise<Result<unknown, Problem>>,
): Promise<Result<TeamProgramme, Problem>> {
  return store.as(actor, async (tx) => {
    const at = clock().toISOString();
    const before = await loadProgramme(tx, id);
    if (!before.ok) return before;
    const done = await work(tx, before.value, at);
    if (!done.ok) return done;
    const after = await loadProgramme(tx, id);
    if (!after.ok) return after;
    await tellOfProgramme(tx, after.value);
    return ok(presentProgramme(after.value, actor.person, at));
  });
}

const begun = ({ state }: ProgrammeRow): Problem =>
  problem('conflict', `This programme is ${state}: its plan stands.`, {
    why: 'All three agreed to it before it began.',
    next: 'Write what changes into your weekly page or your next review.',
  });

const changedMeanwhile = ({ planVersion }: ProgrammeRow, onVersion: number): Problem =>
  problem('conflict', 'The plan was changed meanwhile.', {
    why: `It is version ${planVersion} now; you had version ${onVersion} before you.`,
    next: 'Read it as it is now, then go on.',
  });
