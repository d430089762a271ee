import { addProbe } from '../../../../app/team/probes/add-probe.ts';
import { listProbesOfRound, listWaiting, readOutput, showProbe } from '../../../../app/team/probes/list-probes.ts';
import { appendMyOutput, cancelProbe, declineProbe, endMyProbe, startMyProbe } from '../../../../app/team/probes/run-probe.ts';
import {
  addProbeSchema,
  endProbeSchema,
  probeListSchema,
  probeOutputListSchema,
  probeOutputQuerySchema,
  probeOutputSchema,
  probeParamSchema,
  probesOfRoundSchema,
  startProbeSchema,
  waitingProbesSchema,
} from '../../../../model/api/team/probes.ts';
import { probeSchema } from '../../../../model/team/probe.ts';
import { answer, answerDone } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

/** Code and patch, every character of them escaped. */
const MAX_PROBE_BYTES = 6 * 400 * 1024;
/** A piece of output, or a result with the beginning and end of all of it, likewise. */
const MAX_OUTPUT_BYTES = 6 * 200 * 1024;

/** Probes: written by anyone in a round, run by the owner of the case on their own machine. */
export const createProbeRoutes = ({ app }: Pick<TeamContext, 'app'>): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/team/probes',
    may: 'member',
    query: probesOfRoundSchema,
    handle: ({ c, caller, query }) => answer(c, probeListSchema, listProbesOfRound(app, caller, query.round)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/probes',
    may: 'member',
    json: addProbeSchema,
    maxBodyBytes: MAX_PROBE_BYTES,
    handle: ({ c, caller, json }) => answer(c, probeSchema, addProbe(app, caller, json), 201),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/probes/waiting',
    may: 'member',
    handle: ({ c, caller }) => answer(c, waitingProbesSchema, listWaiting(app, caller)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/probes/:id',
    may: 'member',
    param: probeParamSchema,
    handle: ({ c, caller, param }) => answer(c, probeSchema, showProbe(app, caller, param.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/probes/:id/cancel',
    may: 'member',
    param: probeParamSchema,
    handle: ({ c, caller, param }) => answerDone(c, cancelProbe(app, caller, param.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/probes/:id/decline',
    may: 'member',
    param: probeParamSchema,
    handle: ({ c, caller, param }) => answerDone(c, declineProbe(app, caller, param.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/probes/:id/start',
    may: 'member',
    param: probeParamSchema,
    json: startProbeSchema,
    handle: ({ c, caller, param, json }) => answer(c, probeSchema, startMyProbe(app, caller, param.id, json)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/probes/:id/output',
    may: 'member',
    param: probeParamSchema,
    json: probeOutputSchema,
    maxBodyBytes: MAX_OUTPUT_BYTES,
    handle: ({ c, caller, param, json }) => answerDone(c, appendMyOutput(app, caller, param.id, json)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/probes/:id/output',
    may: 'member',
    param: probeParamSchema,
    query: probeOutputQuerySchema,
    handle: ({ c, caller, param, query }) => answer(c, probeOutputListSchema, readOutput(app, caller, param.id, query.from)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/probes/:id/end',
    may: 'member',
    param: probeParamSchema,
    json: endProbeSchema,
    maxBodyBytes: MAX_OUTPUT_BYTES,
    handle: ({ c, caller, param, json }) => answer(c, probeSchema, endMyProbe(app, caller, param.id, json.result)),
  }),
];
