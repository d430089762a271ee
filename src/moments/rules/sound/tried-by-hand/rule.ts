import { isUncontested } from '../../../rule/is-uncontested.ts';
import { listClaimedWork } from '../../../rule/list-claimed-work.ts';
import { firstAfter } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** A script typed in for the occasion is not the thing itself, and help is not what it does. */
const NOT_THE_THING = /\s-[ce]\s|<<|--(?:help|version)\b/;

export const rule: Rule = {
  meta: {
    id: 'tried-by-hand',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['trying what the user will do'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    for (const { claim, words, edits, checks, tries } of listClaimedWork(facts)) {
      const tried = tries.findLast((run) => run.status === 'passed' && run.class === 'run' && run.head.trim() !== '' && !NOT_THE_THING.test(run.command));
      const red = checks.some((run) => run.status === 'failed') || tries.at(-1)?.status === 'failed';
      if (!tried || red || !isUncontested(facts, claim, edits)) continue;
      const answer = firstAfter(facts.humanTurns, claim);
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: answer ? [{ place: answer, quote: answer.own || answer.text }] : [],
        evidence: [
          { place: tried, quote: tried.command },
          { place: claim, quote: words },
        ],
        confidence: 0.65,
        sources: 2,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { command: tried.command, claim: words },
      };
    }
  },
};
