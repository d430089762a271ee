import type { TeamClient } from '../../client/team-client.ts';
import { meSchema, peopleSchema } from '../../model/api/team/accounts.ts';
import { programmeListSchema } from '../../model/api/team/programmes.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { ProgrammeId } from '../../model/team/ids.ts';
import type { Partner } from '../../programme/calendar/find-likely.ts';

const ANSWER_WITHIN_MS = 10_000;

/** A running year of whoever is logged in on this machine. */
export interface OwnYear {
  readonly programme: ProgrammeId;
  readonly partner: Partner;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The only one, or that with whom `name` begins. `wrong-usage` where that is none or several. */
export async function findOwnYear(client: TeamClient, name: string): Promise<Result<OwnYear, Problem>> {
  const ask = { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) };
  const me = await client.ask(meSchema, { path: '/api/me', ...ask });
  if (!me.ok) return me;
  const listed = await client.ask(programmeListSchema, { path: '/api/team/programmes', ...ask });
  if (!listed.ok) return listed;
  const people = await client.ask(peopleSchema, { path: '/api/team/people', ...ask });
  if (!people.ok) return people;
  const emailById = new Map<string, string>(people.value.people.map(({ id, email }) => [id, email]));
  const mine: string = me.value.id;
  const years = listed.value.programmes
    .filter(({ state, preceptee, preceptor }) => state === 'running' && [preceptee.id, preceptor.id].some((id) => id === mine))
    .map(({ id, preceptee, preceptor, startsAt, endsAt }) => {
      const other = preceptee.id === mine ? preceptor : preceptee;
      return { programme: id, partner: { name: other.name, email: emailById.get(other.id) ?? null }, startsAt, endsAt };
    })
    .filter(({ partner }) => partner.name.toLowerCase().startsWith(name.toLowerCase()));
  const [year, second] = years;
  if (!year)
    return failed(
      problem('not-found', name === '' ? 'No year of yours runs.' : 'No year of yours with this person runs.', { next: 'Look at your pair in the browser.' }),
    );
  if (second) return failed(problem('wrong-usage', `You have ${years.length} such years.`, { next: 'Say with whom: --with and the beginning of a name.' }));
  return ok(year);
}
