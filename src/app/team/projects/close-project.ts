import type { CloseProject, ProjectDeconstructions } from '../../../model/api/team/projects.ts';
import type { Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ProgrammeId, ProjectId } from '../../../model/team/ids.ts';
import type { Project } from '../../../model/team/project.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { endProject } from '../../../store/projects.ts';
import { loadOwnProgramme, tellTwo } from '../own-programmes/load-own-programme.ts';
import type { SharedApp } from '../team-app.ts';
import { examineDeconstructions, whyNotClose } from './examine-deconstructions.ts';
import { loadOpenProject, loadProject } from './load-project.ts';
import { movedOn } from './projects.ts';

/** Closes a project with its deconstruction: of the two, revealed to both, no hunk of it left unexplained, and of no other project. */
export function closeProject(app: SharedApp, actor: Actor, id: ProjectId, { case: caseId, learned }: CloseProject): Promise<Result<Project, Problem>> {
  return app.store.as(actor, async (tx) => {
    const open = await loadOpenProject(tx, id);
    if (!open.ok) return open;
    const refusal = await whyNotClose(app, tx, open.value.own.id, caseId);
    if (refusal) return failed(refusal);
    if (!(await endProject(tx, { project: id, case: caseId, words: learned, at: app.clock().toISOString() }))) return failed(movedOn());
    tellTwo(tx, open.value.own);
    const closed = await loadProject(tx, id);
    return closed.ok ? ok(closed.value.project) : closed;
  });
}

/** With what a project could be closed, and what is missing. */
export function listProjectDeconstructions(app: SharedApp, actor: Actor, programme: ProgrammeId): Promise<Result<ProjectDeconstructions, Problem>> {
  return app.store.as(actor, async (tx) => {
    const own = await loadOwnProgramme(tx, programme);
    if (!own.ok) return own;
    const examined = await examineDeconstructions(app, tx, programme);
    return examined.ok ? ok({ deconstructions: examined.value }) : examined;
  });
}
