import type { MakeProgramme } from '../../../model/api/team/programmes.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { PairId, ProgrammeId } from '../../../model/team/ids.ts';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { findPeople, makeProgramme } from '../../../store/programmes.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';
import { loadMyCohort } from './load-cohort.ts';
import { loadProgramme, tellOfProgramme } from './load-programme.ts';
import { presentProgramme } from './present-programme.ts';

/** Prepares a year of two people, as the lead of its cohort. It begins once its plan is complete and all three agreed to it. */
export function prepareProgramme(
  { store, clock }: Pick<SharedApp, 'store' | 'clock'>,
  actor: Actor,
  given: MakeProgramme,
): Promise<Result<TeamProgramme, Problem>> {
  return store.as(actor, async (tx) => {
    const cohort = await loadMyCohort(tx, given.cohort);
    if (!cohort.ok) return cohort;
    if (given.preceptee === given.preceptor) return failed(problem('bad-input', 'A pair is two people.', { next: 'Choose another preceptor.' }));
    const people = await findPeople(tx, [given.preceptee, given.preceptor]);
    const [preceptee, preceptor] = [given.preceptee, given.preceptor].map((id) => people.find((person) => person.id === id));
    if (!preceptee || !preceptor)
      return failed(problem('not-found', 'One of the two is not in your organisation.', { next: 'Invite them first, on the page People.' }));
    const [id, now] = [makeId<ProgrammeId>('y'), clock().toISOString()];
    await makeProgramme(tx, { ...given, id, pair: makeId<PairId>('g'), name: toPairName(preceptee.name, preceptor.name) }, now);
    const row = await loadProgramme(tx, id);
    if (!row.ok) return row;
    await tellOfProgramme(tx, row.value);
    tx.tell([given.preceptee, given.preceptor], 'changed', { pair: row.value.pair });
    return ok(presentProgramme(row.value, actor.person, now));
  });
}

/** Within the 80 characters a pair's name has. */
export const toPairName = (preceptee: string, preceptor: string): string => `${preceptee.slice(0, 37)} and ${preceptor.slice(0, 37)}`;
