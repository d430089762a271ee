import { z } from 'zod';
import { closeProject, listProjectDeconstructions } from '../../../../app/team/projects/close-project.ts';
import { changeProject, dropProject, listMyProjects, makeProject } from '../../../../app/team/projects/projects.ts';
import {
  closeProjectSchema,
  dropProjectSchema,
  makeProjectSchema,
  projectDeconstructionsSchema,
  projectListSchema,
  projectQuerySchema,
} from '../../../../model/api/team/projects.ts';
import { projectIdSchema } from '../../../../model/team/ids.ts';
import { projectPlanSchema, projectSchema } from '../../../../model/team/project.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofProject = z.object({ id: projectIdSchema });

/** Small projects of two, each closed with its deconstruction. */
export const createProjectRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/team/projects',
    may: 'member',
    query: projectQuerySchema,
    handle: ({ c, caller, query }) => answer(c, projectListSchema, listMyProjects(app, caller, query.programme)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/projects/deconstructions',
    may: 'member',
    query: projectQuerySchema,
    handle: ({ c, caller, query }) => answer(c, projectDeconstructionsSchema, listProjectDeconstructions(app, caller, query.programme)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/projects',
    may: 'member',
    json: makeProjectSchema,
    handle: ({ c, caller, json }) => answer(c, projectSchema, makeProject(app, caller, json), 201),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/team/projects/:id',
    may: 'member',
    param: ofProject,
    json: projectPlanSchema,
    handle: ({ c, caller, param, json }) => answer(c, projectSchema, changeProject(app, caller, param.id, json)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/projects/:id/drop',
    may: 'member',
    param: ofProject,
    json: dropProjectSchema,
    handle: ({ c, caller, param, json }) => answer(c, projectSchema, dropProject(app, caller, param.id, json.why)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/projects/:id/close',
    may: 'member',
    param: ofProject,
    json: closeProjectSchema,
    handle: ({ c, caller, param, json }) => answer(c, projectSchema, closeProject(app, caller, param.id, json)),
  }),
];
