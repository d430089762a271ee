import {
  bringBackSchema,
  cohortContentSchema,
  contentFileSchema,
  contentVersionListSchema,
  contentVersionSchema,
  ofContentVersionSchema,
  ownContentSchema,
  readContentFileSchema,
  saveContentSchema,
} from '../../../../model/api/team/cohort-content.ts';
import { ofCohortSchema } from '../../../../model/api/team/cohorts.ts';
import { ok } from '../../../../model/result.ts';
import { programmeContentSchema } from '../../../../model/team/programme-content.ts';
import { bringContentBack, saveCohortContent, showCohortContent } from '../../../../app/team/programmes/cohort-content.ts';
import { readContentFile, writeContentFile } from '../../../../app/team/programmes/content-file.ts';
import { listVersions, showVersion } from '../../../../app/team/programmes/content-versions.ts';
import { mergeContent, toOverrides } from '../../../../app/team/programmes/merge-content.ts';
import { showOwnContent } from '../../../../app/team/programmes/own-content.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const param = ofCohortSchema;
const MAX_BYTES = 512 * 1024;

/** What a cohort changes of the content that comes with Rounds: read by everybody, written by its lead, in versions. */
export const createContentRoutes = ({ app }: Pick<TeamContext, 'app'>): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/team/content',
    may: 'member',
    handle: ({ c, caller }) => answer(c, ownContentSchema, showOwnContent(app, caller)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/content/standard',
    may: 'member',
    handle: ({ c }) => answer(c, programmeContentSchema, ok(mergeContent(toOverrides({}), 0))),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/content/file',
    may: 'lead',
    json: contentFileSchema,
    maxBodyBytes: 2 * MAX_BYTES,
    handle: ({ c, json }) => {
      const overrides = readContentFile(json.text);
      return answer(c, readContentFileSchema, overrides.ok ? ok({ overrides: overrides.value, content: mergeContent(overrides.value, 0) }) : overrides);
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/cohorts/:id/content',
    may: 'member',
    param,
    handle: (call) => answer(call.c, cohortContentSchema, showCohortContent(app, call.caller, call.param.id)),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/team/cohorts/:id/content',
    may: 'lead',
    param,
    json: saveContentSchema,
    maxBodyBytes: MAX_BYTES,
    handle: (call) => answer(call.c, cohortContentSchema, saveCohortContent(app, call.caller, call.param.id, call.json)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/cohorts/:id/content/file',
    may: 'member',
    param,
    handle: (call) => answer(call.c, contentFileSchema, writeContentFile(app, call.caller, call.param.id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/cohorts/:id/content/versions',
    may: 'member',
    param,
    handle: (call) => answer(call.c, contentVersionListSchema, listVersions(app, call.caller, call.param.id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/cohorts/:id/content/versions/:version',
    may: 'member',
    param: ofContentVersionSchema,
    handle: (call) => answer(call.c, contentVersionSchema, showVersion(app, call.caller, call.param)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/cohorts/:id/content/versions/:version/bring-back',
    may: 'lead',
    param: ofContentVersionSchema,
    json: bringBackSchema,
    handle: (call) => answer(call.c, cohortContentSchema, bringContentBack(app, call.caller, call.param.id, { version: call.param.version, ...call.json })),
  }),
];
