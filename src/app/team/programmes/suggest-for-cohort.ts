import type { SuggestionList } from '../../../model/api/team/cohorts.ts';
import type { Problem } from '../../../model/problem.ts';
import type { MatchProfile } from '../../../model/programme.ts';
import { ok, type Result } from '../../../model/result.ts';
import { ownMatchProfileSchema, type OwnMatchProfile } from '../../../model/team/cohort.ts';
import type { CohortId, PersonId } from '../../../model/team/ids.ts';
import type { Person } from '../../../model/team/pair.ts';
import { DEFAULT_CAP_HOURS } from '../../../model/team/preceptor-load.ts';
import { suggestPairs } from '../../../programme/people/suggest-pairs.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { listMatchProfiles, listPromisedHours, type OfferedProfile } from '../../../store/match-profiles.ts';
import { listProgrammeRows } from '../../../store/programmes.ts';
import type { SharedApp } from '../team-app.ts';
import { loadMyCohort } from './load-cohort.ts';

interface Offer {
  readonly person: Person;
  readonly takesPartAs: OwnMatchProfile['takesPartAs'];
  readonly profile: MatchProfile;
}

/**
 * For the lead of a cohort: who might work with whom, and why. Preceptees who have a preceptor in it are left out, and preceptors whose
 * hours are promised; what anybody wished or declined is weighed and never said.
 */
export function suggestForCohort({ store }: Pick<SharedApp, 'store'>, actor: Actor, id: CohortId): Promise<Result<SuggestionList, Problem>> {
  return store.as(actor, async (tx) => {
    const cohort = await loadMyCohort(tx, id);
    if (!cohort.ok) return cohort;
    const offers = (await listMatchProfiles(tx, id)).flatMap(toOffer);
    const promisedByPerson = new Map((await listPromisedHours(tx, id)).map((row) => [row.person, row]));
    const running = (await listProgrammeRows(tx)).filter(({ cohort: of, state }) => of.id === id && state !== 'ended' && state !== 'completed');
    const taken = new Set(running.map(({ preceptee }) => preceptee.id));
    const preceptees = offers.filter(({ takesPartAs, person }) => takesPartAs !== 'preceptor' && !taken.has(person.id));
    const preceptors = offers.filter(({ takesPartAs }) => takesPartAs !== 'preceptee');
    const personById = new Map<string, Person>(offers.map(({ person }) => [person.id, person]));
    const suggestions = suggestPairs(
      preceptees.map(({ profile }) => profile),
      preceptors.map(({ profile, person }) => {
        const promised = promisedByPerson.get(person.id);
        return { ...profile, hours: promised?.hours ?? 0, cap: promised?.cap ?? DEFAULT_CAP_HOURS };
      }),
    );
    return ok({
      suggestions: suggestions.map((each) => ({
        reasons: [...each.reasons],
        cautions: [...each.cautions],
        preceptee: personById.get(each.preceptee) as Person,
        preceptor: personById.get(each.preceptor) as Person,
      })),
      preceptees: preceptees.length,
      preceptors: preceptors.length,
    });
  });
}

/** A profile that no longer fits its schema suggests nothing. */
function toOffer({ person, name, takesPartAs, body }: OfferedProfile): Offer[] {
  const parsed = ownMatchProfileSchema.safeParse({ ...(body as object), takesPartAs });
  return parsed.success ? [{ person: { id: person as PersonId, name }, takesPartAs, profile: { ...parsed.data, person } }] : [];
}
