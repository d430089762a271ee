import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ProjectId } from '../../../model/team/ids.ts';
import type { Project } from '../../../model/team/project.ts';
import type { Tx } from '../../../store/connect-store.ts';
import type { OwnProgramme } from '../../../store/own-programmes.ts';
import { readProject } from '../../../store/projects.ts';
import { loadOwnProgramme } from '../own-programmes/load-own-programme.ts';

interface LoadedProject {
  readonly project: Project;
  readonly own: OwnProgramme;
}

export async function loadProject(tx: Tx, id: ProjectId): Promise<Result<LoadedProject, Problem>> {
  const project = await readProject(tx, id);
  if (!project) return failed(problem('not-found', 'There is no such project of yours.', { next: 'Open it from your pair’s page.' }));
  const own = await loadOwnProgramme(tx, project.programme);
  return own.ok ? ok({ project, own: own.value }) : own;
}

/** The same where it is to be changed. */
export async function loadOpenProject(tx: Tx, id: ProjectId): Promise<Result<LoadedProject, Problem>> {
  const loaded = await loadProject(tx, id);
  if (!loaded.ok || loaded.value.project.state === 'open') return loaded;
  return failed(problem('conflict', `This project was ${loaded.value.project.state}.`, { next: 'It stays as it is; begin another.' }));
}
