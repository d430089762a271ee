import type { Problem } from '../../model/problem.ts';
import { toStoreProblem } from '../../store/store-problem.ts';

/** What an error of the database means to whoever asked; null where it is a bug. */
export const explainFailure = (error: unknown): Problem | null => toStoreProblem(error);
