import type { Run } from '../../../facts/facts.ts';
import { isCheck } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const shares = (run: Run): boolean => run.commands.some(({ words }) => words[0] === 'git' && (words.includes('commit') || words.includes('push')));
const TOLD_TO = /\b(?:wip|work in progress|anyway|regardless|even (?:if|though)|red)\b/i;

export const rule: Rule = {
  meta: {
    id: 'commit-on-red',
    version: 1,
    kind: 'failure-ignored',
    stage: 'nursery',
    worth: 3,
    concepts: ['keep the trunk green'],
    activities: ['E5', 'E10'],
  },
  *find(facts) {
    for (const run of facts.runs) {
      if (!shares(run) || run.status !== 'passed' || !isOwn(facts, run)) continue;
      const check = lastBefore(facts.runs, run, (one) => isCheck(one) && one.class !== 'lint' && (one.status === 'failed' || one.status === 'passed'));
      // An older red run, from before the person spoke again, may have been settled elsewhere.
      const asked = lastBefore(facts.humanTurns, run);
      if (check?.status !== 'failed' || TOLD_TO.test(`${asked?.own ?? ''} ${run.command}`)) continue;
      const before = asked ? lastBefore(facts.humanTurns, asked) : undefined;
      if (check.seq < (before?.seq ?? 0)) continue;
      yield {
        decision: { from: run, shape: 'command' },
        evidence: [
          { place: run, quote: run.command },
          { place: check, quote: check.failure?.message ?? check.command },
        ],
        confidence: 0.6,
        sources: 2,
        params: { command: check.command },
      };
    }
  },
};
