import type { DrillFormsView, DrillList, DrillTallies, ListedDrill } from '../../model/api/drills.ts';
import type { DrillAnswer } from '../../model/drill.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import type { KeptDrill } from '../../journal/drills-table.ts';
import { isHit } from '../../learning/drills/judge-answer.ts';
import { tallyAnswers } from '../../learning/drills/tally-answers.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import type { App } from '../app.ts';
import { learnYearStart } from './learn-year-start.ts';
import { listForPractice, readForms, readYearStart, type DrillForms } from './drill-forms.ts';

/** Answers of this person in all repositories: unaided ones form by form, and apart from them the others. Of a year, its own alone. */
export function tellTallies(app: App): DrillTallies {
  const start = readYearStart(app);
  return tallyAnswers(app.journal.drills.listAllAnswers().filter(({ answer }) => start === null || answer.at.slice(0, 10) >= start));
}

export async function listDrills(app: App, folder: string): Promise<Result<DrillList, Problem>> {
  const repository = await findRepository(folder);
  if (!repository.ok) return repository;
  const { root } = repository.value;
  await learnYearStart(app);
  const kept = app.journal.drills.list(root);
  const answerById = new Map(app.journal.drills.listAnswers(root).map((answer) => [answer.drill, answer]));
  const forms = readForms(app, root, kept);
  return ok({
    repository: root,
    drills: kept.map((drill) => toListed(drill, answerById.get(drill.id))),
    practiceLeft: listForPractice(kept, forms).length,
    forms: toFormsView(forms, kept, answerById),
    tallies: tellTallies(app),
  });
}

function toListed({ id, difficulty, drawnAt, drawnForm, kind, about, files }: KeptDrill, answer: DrillAnswer | undefined): ListedDrill {
  const shared = { id, form: drawnForm, difficulty };
  if (!answer) return { ...shared, state: drawnAt === null ? 'unseen' : 'open', revealed: null };
  const paths = files.map(({ path }) => path);
  return { ...shared, state: 'answered', revealed: { kind, about, paths, hit: isHit(answer), unaided: answer.unaided, at: answer.at } };
}

function toFormsView(
  { yearStart, windows, due, made, areFixed, tooSmall, formById }: DrillForms,
  kept: readonly KeptDrill[],
  answered: ReadonlyMap<string, unknown>,
): DrillFormsView {
  const { size, alike, familyDifference, bandDifference } = made;
  return {
    yearStart,
    windows: windows.map((window) => {
      const own = kept.filter(({ id, drawnForm }) => drawnForm === window.form && formById.has(id));
      return { ...window, drawn: own.length, answered: own.filter(({ id }) => answered.has(id)).length };
    }),
    due: due?.form ?? null,
    size,
    alike,
    familyDifference,
    bandDifference,
    areFixed,
    tooSmall,
  };
}
