import { misconceptionCatalogueSchema, type Misconception } from '../../model/misconception.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { AGENTS } from './agents.ts';
import { CONCURRENCY } from './concurrency.ts';
import { DATA } from './data.ts';
import { ERRORS } from './errors.ts';
import { INTERFACES } from './interfaces.ts';
import { PERFORMANCE } from './performance.ts';
import { SECURITY } from './security.ts';
import { TESTING } from './testing.ts';

/** The misconceptions Rounds comes with: a considered proposal, not validated on engineers. A programme may bring its own. */
export const MISCONCEPTIONS: readonly Misconception[] = [...CONCURRENCY, ...ERRORS, ...TESTING, ...SECURITY, ...DATA, ...INTERFACES, ...PERFORMANCE, ...AGENTS];

const misconceptionById = new Map<string, Misconception>(MISCONCEPTIONS.map((entry) => [entry.id, entry]));

export const findMisconception = (id: string): Misconception | null => misconceptionById.get(id) ?? null;

/** A programme's own catalogue, or what is wrong with it: `bad-input` names the first entry and field. */
export function parseCatalogue(value: unknown): Result<readonly Misconception[], Problem> {
  const parsed = misconceptionCatalogueSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return failed(
    problem('bad-input', 'This catalogue of misconceptions cannot be used.', {
      why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
      next: 'Correct that entry; nothing was changed.',
    }),
  );
}
