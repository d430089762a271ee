import { isCheck, isGreen, isSettled } from '../../../rule/is-check.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Our values: time to have read every changed line, two a second, and few enough that one can. */
const LEAST_MS = 30_000;
const LINES_PER_SECOND = 2;
const MOST_LINES = 100;
const TAKES = /\b(?:commit|push|merge|ship|lgtm|looks good|approved?)\b/i;

export const rule: Rule = {
  meta: {
    id: 'accepted-on-evidence',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['reading before accepting'],
    activities: ['E3', 'E4'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (!isOwn(facts, turn) || !TAKES.test(turn.own) || isObjection(turn) || turn.acts.has('question') || turn.afterMs === null) continue;
      const before = lastBefore(facts.humanTurns, turn) ?? { seq: -1, line: 0 };
      const edits = listBetween(facts.edits, before, turn).filter(({ role }) => role === 'product' || role === 'test');
      const last = edits.at(-1);
      const lines = edits.reduce((sum, edit) => sum + edit.addedCount + edit.removedCount, 0);
      const tested = edits.some(({ role, addedCount, removedCount }) => role === 'test' && addedCount > removedCount);
      if (!last || !tested || lines > MOST_LINES || turn.afterMs < Math.max(LEAST_MS, (lines / LINES_PER_SECOND) * 1000)) continue;
      const checks = listBetween(facts.runs, last, turn).filter((run) => isCheck(run) && isSettled(run));
      const green = checks.findLast((run) => run.class === 'test' && isGreen(run));
      const commit = firstAfter(facts.commits, turn);
      if (!green || checks.some((run) => run.status === 'failed' && run.seq > green.seq) || !commit || !isUncontested(facts, turn, edits)) continue;
      yield {
        decision: { from: turn, shape: 'request' },
        hindsight: [{ place: commit, quote: `committed: ${commit.message}` }],
        evidence: [
          { place: green, quote: green.command },
          { place: turn, quote: turn.own },
        ],
        confidence: 0.6,
        sources: 2,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { words: turn.own },
      };
    }
  },
};
