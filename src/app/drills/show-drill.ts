import type { BlindDrill } from '../../model/api/drills.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { App } from '../app.ts';
import { toAnswered, type AnsweredDrill } from './answer-drill.ts';
import { toBlind } from './draw-drill.ts';
import { findDrill } from './find-drill.ts';

export interface ShownDrill {
  readonly blind: BlindDrill;
  /** Null before the answer. */
  readonly answered: AnsweredDrill | null;
}

/** A drill that was drawn; what it is about only once it is answered. */
export async function showDrill(app: App, folder: string, id: string): Promise<Result<ShownDrill, Problem>> {
  const found = await findDrill(app, folder, id);
  if (!found.ok) return found;
  const drill = found.value;
  if (drill.drawnAt === null) return failed(problem('conflict', `Drill ${drill.id} was not drawn yet.`, { next: 'Draw it first.' }));
  const answer = app.journal.drills.listAnswers(drill.repository).find((one) => one.drill === drill.id);
  return ok({ blind: toBlind(drill), answered: answer ? toAnswered(drill, answer) : null });
}
