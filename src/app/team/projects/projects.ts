import type { MakeProject, ProjectList } from '../../../model/api/team/projects.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ProgrammeId, ProjectId } from '../../../model/team/ids.ts';
import type { Project, ProjectPlan } from '../../../model/team/project.ts';
import { suggestTier } from '../../../programme/projects/suggest-tier.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { endProject, insertProject, listProjects, updateProject } from '../../../store/projects.ts';
import { makeId } from '../make-id.ts';
import { loadOwnProgramme, loadRunningProgramme, tellTwo } from '../own-programmes/load-own-programme.ts';
import type { SharedApp } from '../team-app.ts';
import { loadOpenProject, loadProject } from './load-project.ts';

type ProjectApp = Pick<SharedApp, 'store' | 'clock'>;

/** Small projects of the two, and of which tier the next may be. */
export function listMyProjects({ store }: Pick<SharedApp, 'store'>, actor: Actor, programme: ProgrammeId): Promise<Result<ProjectList, Problem>> {
  return store.as(actor, async (tx) => {
    const own = await loadOwnProgramme(tx, programme);
    if (!own.ok) return own;
    const projects = await listProjects(tx, programme);
    return ok({ projects, suggested: suggestTier(projects) });
  });
}

export function makeProject({ store, clock }: ProjectApp, actor: Actor, given: MakeProject): Promise<Result<Project, Problem>> {
  return store.as(actor, async (tx) => {
    const own = await loadRunningProgramme(tx, given.programme);
    if (!own.ok) return own;
    const id = makeId<ProjectId>('j');
    await insertProject(tx, { ...given, id, at: clock().toISOString() });
    tellTwo(tx, own.value);
    const made = await loadProject(tx, id);
    return made.ok ? ok(made.value.project) : made;
  });
}

/** Either of the two changes what an open project is. */
export function changeProject({ store }: Pick<SharedApp, 'store'>, actor: Actor, id: ProjectId, plan: ProjectPlan): Promise<Result<Project, Problem>> {
  return store.as(actor, async (tx) => {
    const open = await loadOpenProject(tx, id);
    if (!open.ok) return open;
    if (!(await updateProject(tx, id, plan))) return failed(movedOn());
    tellTwo(tx, open.value.own);
    return ok({ ...open.value.project, ...plan });
  });
}

/** Given up, and why: that is something to learn from too. */
export function dropProject({ store, clock }: ProjectApp, actor: Actor, id: ProjectId, why: string): Promise<Result<Project, Problem>> {
  return store.as(actor, async (tx) => {
    const open = await loadOpenProject(tx, id);
    if (!open.ok) return open;
    if (!(await endProject(tx, { project: id, case: null, words: why, at: clock().toISOString() }))) return failed(movedOn());
    tellTwo(tx, open.value.own);
    const dropped = await loadProject(tx, id);
    return dropped.ok ? ok(dropped.value.project) : dropped;
  });
}

export const movedOn = (): Problem => problem('conflict', 'This project was ended meanwhile.', { next: 'Reload to see where it stands. Nothing was changed.' });
