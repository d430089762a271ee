import type { Run, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** The same failure this often is no longer a try. */
const LEAST = 3;

/** Failing runs in a row with one signature; a pass of the same command or another failure of it ends the row. */
function listRows(facts: SessionFacts): Run[][] {
  const rows: Run[][] = [];
  const open = new Map<string, Run[]>();
  for (const run of facts.runs) {
    if (!isOwn(facts, run) || (run.status !== 'failed' && run.status !== 'passed')) continue;
    const row = open.get(run.class);
    const last = row?.at(-1);
    // Begun before the last one's answer was there, it is the same try.
    if (last?.resultSeq && run.seq < last.resultSeq) continue;
    if (run.status === 'failed' && run.failure && row?.[0]?.failure?.signature === run.failure.signature) {
      row.push(run);
      continue;
    }
    if (row) rows.push(row);
    open.delete(run.class);
    if (run.status === 'failed' && run.failure) open.set(run.class, [run]);
  }
  return [...rows, ...open.values()].filter(({ length }) => length >= LEAST);
}

export const rule: Rule = {
  meta: {
    id: 'guess-loop',
    version: 1,
    kind: 'guess-loop',
    stage: 'nursery',
    worth: 2,
    concepts: ['change the hypothesis, not the code'],
    activities: ['E2', 'E6'],
  },
  *find(facts) {
    for (const row of listRows(facts)) {
      const [first, second, third] = row;
      if (!first?.failure || !second || !third) continue;
      const changes = listBetween(facts.edits, first, row.at(-1) ?? third);
      yield {
        mark: { from: second, to: third },
        decision: { from: second, shape: 'command' },
        hindsight: row.slice(2).map((run) => ({ place: run, quote: run.failure?.message ?? run.command })),
        evidence: row.map((run) => ({ place: run, quote: `${run.command}: ${run.failure?.message ?? ''}` })),
        confidence: changes.length > 0 ? 0.6 : 0.45,
        sources: changes.length > 0 ? 2 : 1,
        paths: [...new Set(changes.map(({ path }) => path))],
        params: { times: String(row.length), failure: first.failure.message },
      };
    }
  },
};
