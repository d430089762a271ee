import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { withClient } from '../../store/postgres/with-client.ts';
import type { Environment } from '../environment.ts';
import { hasBeenSetUp } from '../team/accounts/make-set-up-link.ts';
import { openTeamApp } from '../team/open-team-app.ts';
import { openTeamDatabase } from '../team/open-team-database.ts';
import { addDays, createClock } from './calendar.ts';
import { checkYear, type Invariant } from './check-year.ts';
import type { SimTally } from './sim-pair.ts';
import { simulateYear, type SimulationInput } from './simulate-year.ts';

export interface SimulationReport {
  readonly tally: SimTally;
  readonly invariants: readonly Invariant[];
  readonly signIn: { readonly password: string; readonly people: readonly { readonly email: string; readonly part: string }[] };
  readonly seconds: number;
}

/** A simulated year that ends today, in the team database of this home. `conflict` where that has people in it. */
export async function runSimulation({
  environment,
  ...input
}: SimulationInput & { readonly environment: Environment }): Promise<Result<SimulationReport, Problem>> {
  const began = performance.now();
  const opened = await openTeamDatabase({ environment, tell: () => {} });
  if (!opened.ok) return opened;
  const { database, keys } = opened.value;
  try {
    const clock = createClock(addDays(new Date(), -7 * input.weeks, 6));
    const app = await openTeamApp({ database, keys, publicUrl: 'http://127.0.0.1', oidcIssuer: null, mail: null, clock: clock.now });
    if (!app.ok) return app;
    try {
      if (await hasBeenSetUp(app.value.app))
        return failed(
          problem('conflict', 'There is a team in this home already.', {
            why: 'People who were made up would stand among them.',
            next: 'Name an empty home: ROUNDS_HOME=/some/new/folder rounds simulate-year',
          }),
        );
      const { organisation, pairs, tally } = await simulateYear(app.value.app, clock, input);
      if (input.signal?.aborted)
        return failed(problem('conflict', 'It was stopped.', { why: 'Part of a year is in this home.', next: 'Begin again in another empty home.' }));
      const invariants = await withClient(database.owner, checkYear);
      const [first] = pairs;
      const people = [
        { email: organisation.lead.email, part: 'lead of the cohort' },
        { email: first?.preceptee.email ?? '', part: 'a preceptee' },
        { email: first?.preceptor.email ?? '', part: 'their preceptor' },
        { email: organisation.signers[0]?.email ?? '', part: 'signs for others' },
        { email: organisation.owner.email, part: 'owner of the organisation' },
      ];
      return ok({ tally, invariants, signIn: { password: organisation.password, people }, seconds: (performance.now() - began) / 1000 });
    } finally {
      await app.value.close();
    }
  } finally {
    await database.close();
  }
}
