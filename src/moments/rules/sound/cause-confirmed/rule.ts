import { isGreen, isRed } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const PROVES: ReadonlySet<string> = new Set(['test', 'build', 'run']);
const OF_A_FAILURE = /\b(?:fail\w*|error\w*|bugs?|broken?|crash\w*|wrong|root cause|red|throws?)\b/i;

export const rule: Rule = {
  meta: {
    id: 'cause-confirmed',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['a cause is a prediction'],
    activities: ['E6'],
  },
  *find(facts) {
    for (const claim of facts.claims) {
      if (claim.type !== 'cause' || claim.hedged || claim.from !== 'reply' || !OF_A_FAILURE.test(claim.sentence) || !isOwn(facts, claim)) continue;
      const red = lastBefore(facts.runs, claim, (run) => PROVES.has(run.class) && run.turn === claim.turn);
      const green = red && firstAfter(facts.runs, claim, (run) => run.class === red.class && (isGreen(run) || isRed(run)));
      if (!red || !isRed(red) || !green || !isGreen(green)) continue;
      const edits = listBetween(facts.edits, claim, green);
      const first = edits.find(({ role }) => role === 'product');
      if (!first || edits.some(({ role }) => role === 'test') || !isUncontested(facts, green, edits)) continue;
      yield {
        decision: { from: claim, shape: 'belief' },
        hindsight: [
          { place: first, quote: `${first.shownPath} is changed` },
          { place: green, quote: `${green.command} passes` },
        ],
        evidence: [
          { place: claim, quote: claim.sentence },
          { place: red, quote: red.failure?.message ?? red.command },
        ],
        confidence: 0.7,
        sources: 2,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { cause: claim.sentence },
      };
    }
  },
};
