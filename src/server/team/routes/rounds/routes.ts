import { z } from 'zod';
import { passTeamRound, sealTeamAnswer } from '../../../../app/team/rounds/answer-round.ts';
import { callTeamRound } from '../../../../app/team/rounds/call-round.ts';
import { listTeamRounds } from '../../../../app/team/rounds/list-rounds.ts';
import { moveTeamRound, saveTeamDebrief } from '../../../../app/team/rounds/move-round.ts';
import { noteTeamHunk } from '../../../../app/team/rounds/note-hunk.ts';
import { showTeamRound } from '../../../../app/team/rounds/show-round.ts';
import { callRoundSchema, savedTeamDebriefSchema, saveTeamDebriefSchema, sealSchema, teamRoundListSchema } from '../../../../model/api/team/rounds.ts';
import { debriefSchema } from '../../../../model/debrief.ts';
import { ok } from '../../../../model/result.ts';
import { roundIdSchema } from '../../../../model/round.ts';
import { noteHunkSchema } from '../../../../model/team/shared-deconstruction.ts';
import { teamRoundSchema } from '../../../../model/team/team-round.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofRound = z.object({ id: roundIdSchema });
const listQuery = z.object({ before: z.iso.datetime().optional() });

/** Rounds for two or more. Every move answers with the round as its caller may see it now. */
export function createRoundRoutes({ app }: TeamContext): readonly TeamRoute[] {
  const moves = (['prove', 'start-debrief', 'reopen', 'withdraw'] as const).map((type) =>
    defineRoute({
      method: 'POST',
      path: `/api/team/rounds/:id/${type}`,
      may: 'member',
      param: ofRound,
      handle: ({ c, caller, param }) => answer(c, teamRoundSchema, moveTeamRound(app, caller, param.id, { type })),
    }),
  );
  return [
    ...moves,
    defineRoute({
      method: 'GET',
      path: '/api/team/rounds',
      may: 'member',
      query: listQuery,
      handle: ({ c, caller, query }) => answer(c, teamRoundListSchema, listTeamRounds(app, caller, query.before)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/team/rounds',
      may: 'member',
      json: callRoundSchema,
      handle: ({ c, caller, json }) => answer(c, teamRoundSchema, callTeamRound(app, caller, json), 201),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/team/rounds/:id',
      may: 'member',
      param: ofRound,
      handle: ({ c, caller, param }) => answer(c, teamRoundSchema, showTeamRound(app, caller, param.id)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/team/rounds/:id/seal',
      may: 'member',
      param: ofRound,
      json: sealSchema,
      handle: ({ c, caller, param, json }) => answer(c, teamRoundSchema, sealTeamAnswer(app, caller, param.id, json)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/team/rounds/:id/pass',
      may: 'member',
      param: ofRound,
      handle: ({ c, caller, param }) => answer(c, teamRoundSchema, passTeamRound(app, caller, param.id)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/team/rounds/:id/notes',
      may: 'member',
      param: ofRound,
      json: noteHunkSchema,
      handle: async ({ c, caller, param, json }) => {
        const noted = await noteTeamHunk(app, caller, param.id, json);
        return answer(c, teamRoundSchema, noted.ok ? showTeamRound(app, caller, param.id) : noted);
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/api/team/rounds/:id/debrief',
      may: 'member',
      param: ofRound,
      json: saveTeamDebriefSchema,
      handle: async ({ c, caller, param, json }) => {
        const saved = await saveTeamDebrief(app, caller, param.id, json);
        return answer(c, savedTeamDebriefSchema, saved.ok ? ok({ version: saved.value }) : saved);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/team/rounds/:id/close',
      may: 'member',
      param: ofRound,
      json: debriefSchema,
      handle: ({ c, caller, param, json }) => answer(c, teamRoundSchema, moveTeamRound(app, caller, param.id, { type: 'close', debrief: json })),
    }),
  ];
}
