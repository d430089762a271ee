import type { TeamRoundList } from '../../../model/api/team/rounds.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { readCase } from '../../../store/cases.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { listRounds } from '../../../store/rounds.ts';
import { readContent, toQuestion } from '../cases/case-bodies.ts';
import type { SharedApp } from '../team-app.ts';

const ROUNDS_OF_A_LIST = 100;
const MINE_TO_DO = new Set(['revealed', 'proving', 'debrief']);

/** The rounds I take part in, the latest first. */
export function listTeamRounds(app: SharedApp, actor: Actor, before?: string): Promise<Result<TeamRoundList, Problem>> {
  return app.store.as(actor, async (tx) => {
    const rounds: TeamRoundList['rounds'] = [];
    for (const round of await listRounds(tx, { limit: ROUNDS_OF_A_LIST, ...(before ? { before } : {}) })) {
      const stored = await readCase(tx, round.case);
      const content = stored ? await readContent(app, stored) : ok({});
      const answered = round.participants.find(({ person }) => person === actor.person)?.answered === true;
      rounds.push({
        id: round.id,
        case: round.case,
        kind: round.kind,
        state: round.state,
        question: content.ok ? toQuestion(content.value) : null,
        people: round.participants.map(({ person, name, answered: has }) => ({ person, name, answered: has })),
        waitsForMe: round.state === 'sealing' ? !answered : MINE_TO_DO.has(round.state),
        createdAt: round.createdAt,
        closedAt: round.closedAt,
      });
    }
    return ok({ rounds });
  });
}
