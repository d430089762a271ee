import type { BlindDrill } from '../../model/api/drills.ts';
import type { DrillFile, DrillForm } from '../../model/drill.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { KeptDrill } from '../../journal/drills-table.ts';
import type { HeldForm } from '../../learning/drills/make-up-forms.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import type { App } from '../app.ts';
import { findForForm, findForPractice, readForms } from './drill-forms.ts';
import { findRunningAgents } from './find-running-agents.ts';
import { learnYearStart } from './learn-year-start.ts';
import { refuseAided } from './refuse-aided.ts';

export interface DrawRequest {
  readonly folder: string;
  /** `due`: the form of this month of the person's year. */
  readonly form: 'practice' | 'due' | HeldForm;
  /** Refuse while a known agent is at work in the repository. A form is always drawn so: with help it would be used up for nothing. */
  readonly unaided: boolean;
}

const QUESTION = 'What is wrong here, on which line, and what input shows it?';

/** The next drill that was not seen before; once drawn, it is seen. */
export async function drawDrill(app: App, { folder, form: asked, unaided }: DrawRequest): Promise<Result<BlindDrill, Problem>> {
  const repository = await findRepository(folder);
  if (!repository.ok) return repository;
  const { root, roots } = repository.value;
  const isUnaided = unaided || asked !== 'practice';
  const refusal = isUnaided ? refuseAided(findRunningAgents(roots, app.environment)) : null;
  if (refusal) return failed(refusal);
  if (asked !== 'practice') await learnYearStart(app);
  const drills = app.journal.drills.list(root);
  const found = asked === 'practice' ? drawPractice(app, root, drills) : findForForm(app, root, drills, asked);
  if (!found.ok) return found;
  const { drill, form } = found.value;
  if (!app.journal.drills.markDrawn(root, drill.id, { at: app.clock().toISOString(), form, isUnaided }))
    return failed(problem('conflict', 'That drill was drawn by another Rounds at this moment.', { next: 'Draw again.' }));
  return ok(toBlind({ ...drill, drawnForm: form, drawnUnaided: isUnaided }));
}

function drawPractice(app: App, root: string, drills: readonly KeptDrill[]): Result<{ drill: KeptDrill; form: DrillForm }, Problem> {
  const drill = findForPractice(drills, readForms(app, root, drills));
  if (drill) return ok({ drill, form: 'practice' });
  const what = drills.length === 0 ? 'This repository has no drills yet.' : 'No drill of this repository is left to practise with.';
  return failed(problem('not-found', what, { next: 'rounds drill --mine looks for more.' }));
}

/** A drill that was drawn, as it may be seen before the answer. */
export function toBlind({ id, difficulty, files, drawnForm, drawnUnaided }: KeptDrill): BlindDrill {
  return { id, form: drawnForm ?? 'practice', difficulty, question: QUESTION, files: files.map(toShown), unaided: drawnUnaided };
}

function toShown({ path, broken, shown }: DrillFile): BlindDrill['files'][number] {
  const lines = broken.split('\n');
  return { path, shown: shown.map(({ start, end }) => ({ start, lines: lines.slice(start - 1, end) })) };
}
