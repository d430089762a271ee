import type { TeamClient } from '../../../client/team-client.ts';
import { shownGrowthListSchema, shownGrowthSchema, type ShowGrowth, type ShownGrowth } from '../../../model/api/team/shown-growth.ts';
import { signOffViewSchema, type AskSignOff, type SignOffView } from '../../../model/api/team/sign-offs.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { App } from '../../app.ts';
import { findTeam } from '../../login/find-team.ts';

/** What of the team server is needed to show something of my own, and to take it back. */
export interface ShownPort {
  readonly host: string;
  readonly show: (given: ShowGrowth) => Promise<Result<ShownGrowth, Problem>>;
  readonly askSignOff: (given: AskSignOff) => Promise<Result<SignOffView, Problem>>;
  readonly withdraw: (id: string) => Promise<Result<null, Problem>>;
  readonly listMine: () => Promise<Result<readonly ShownGrowth[], Problem>>;
}

const WITHIN_MS = 10_000;
const PATH = '/api/team/shown-growth';

/** Null where this machine is signed in to no team. */
export function openShownPort({ journal }: Pick<App, 'journal'>): Result<ShownPort | null, Problem> {
  const team = findTeam(journal.home);
  return team.ok ? ok(team.value && createShownPort(team.value)) : team;
}

const signal = (): AbortSignal => AbortSignal.timeout(WITHIN_MS);

export function createShownPort(client: TeamClient): ShownPort {
  return {
    host: new URL(client.url).host,
    show: (given) => client.ask(shownGrowthSchema, { method: 'POST', path: PATH, json: given, signal: signal() }),
    askSignOff: (given) => client.ask(signOffViewSchema, { method: 'POST', path: '/api/team/sign-offs', json: given, signal: signal() }),
    withdraw: (id) => client.tell({ method: 'DELETE', path: `${PATH}/${encodeURIComponent(id)}`, signal: signal() }),
    async listMine() {
      const listed = await client.ask(shownGrowthListSchema, { path: PATH, signal: signal() });
      return listed.ok ? ok(listed.value.mine) : listed;
    },
  };
}
