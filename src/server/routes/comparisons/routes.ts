import { Hono, type Context } from 'hono';
import { drawComparison } from '../../../app/compare/draw-comparison.ts';
import { findComparison, reveal, sealRanking } from '../../../app/compare/settle-comparison.ts';
import { listComparisons, showComparison } from '../../../app/compare/show-comparison.ts';
import { comparisonListSchema, comparisonParamSchema, comparisonViewSchema, drawComparisonSchema, sealRankingSchema } from '../../../model/api/comparisons.ts';
import type { Comparison } from '../../../model/comparison.ts';
import { describeProblem, type Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { answer } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';

/** Comparisons alone. Checks take as long as the tests do: they run on while the page waits, and pages are told when they are done. */
export function createComparisonRoutes({ app, feed, reportBug }: ServerContext, stopping: AbortSignal) {
  const checking = new Set<string>();
  const problemById = new Map<string, string>();
  const ofOne = validate('param', comparisonParamSchema);
  return new Hono()
    .get('/', (c) => answer(c, comparisonListSchema, listComparisons(app)))
    .post('/', validate('json', drawComparisonSchema), async (c) => {
      const { base, ...asked } = c.req.valid('json');
      const drawn = await drawComparison(app, { ...asked, ...(base === undefined ? {} : { base }) });
      return drawn.ok ? view(c, drawn.value.id) : answer(c, comparisonViewSchema, drawn);
    })
    .get('/:id', ofOne, (c) => view(c, c.req.valid('param').id))
    .post('/:id/seal', ofOne, validate('json', sealRankingSchema), (c) => begin(c, sealRanking(app, c.req.valid('param').id, c.req.valid('json'))))
    .post('/:id/check', ofOne, (c) => begin(c, findComparison(app, c.req.valid('param').id)));

  async function view(c: Context, id: string) {
    // Before it is read: checks that end meanwhile must not leave a page with one that is neither revealed nor being checked.
    const isChecking = checking.has(id);
    const shown = await showComparison(app, id);
    return answer(c, comparisonViewSchema, shown.ok ? ok({ ...shown.value, isChecking, problem: problemById.get(id) ?? null }) : shown);
  }

  async function begin(c: Context, sealed: Result<Comparison, Problem>) {
    if (!sealed.ok) return answer(c, comparisonViewSchema, sealed);
    const { id, state } = sealed.value;
    if (state === 'sealed' && !checking.has(id)) void check(sealed.value).catch(reportBug);
    return view(c, id);
  }

  async function check(sealed: Comparison): Promise<void> {
    const { id } = sealed;
    checking.add(id);
    problemById.delete(id);
    try {
      const done = await reveal(app, sealed, { signal: stopping });
      if (!done.ok) problemById.set(id, describeProblem(done.problem));
    } finally {
      checking.delete(id);
      feed.publish({ name: 'changed', subject: `comparison ${id}`, data: { comparison: id } });
    }
  }
}
