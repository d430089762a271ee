import type { Claim, SessionFacts } from '../../../facts/facts.ts';
import { isCheck } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Names the one cause, in so many words. */
const THE_CAUSE = /\b(?:root cause|culprit|the (?:real|actual|true) (?:cause|reason|issue|problem|bug)|(?:that'?s|this is|here'?s) (?:the|exactly) (?:\w+ ){0,3}(?:cause|bug|change|reason|problem)|(?:introduced|caused|triggered) (?:the|this) (?:bug|regression|issue|corruption|failure|problem|crash))\b/i;
const EXPERIMENTS: ReadonlySet<string> = new Set(['run', 'network', 'process']);

/** Reading tells what could be; only something that was run tells what is. */
function wasTried(facts: SessionFacts, claim: Claim): boolean {
  const asked = lastBefore(facts.humanTurns, claim) ?? { seq: -1, line: 0 };
  return listBetween(facts.runs, asked, claim).some((run) => isCheck(run) || EXPERIMENTS.has(run.class));
}

export const rule: Rule = {
  meta: {
    id: 'cause-asserted',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['a cause is a prediction', 'evidence before a claim'],
    activities: ['E6'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const claim of facts.claims) {
      if (claim.from !== 'reply' || claim.hedged || told.has(claim.seq) || !THE_CAUSE.test(claim.sentence) || !isOwn(facts, claim)) continue;
      if (wasTried(facts, claim)) continue;
      told.add(claim.seq);
      const answer = firstAfter(facts.humanTurns, claim);
      const doubt = answer && (answer.acts.has('correction') || answer.acts.has('question')) ? answer : undefined;
      yield {
        decision: { from: claim, shape: 'belief' },
        hindsight: doubt ? [{ place: doubt, quote: doubt.own }] : [],
        evidence: [{ place: claim, quote: claim.sentence }],
        confidence: doubt ? 0.6 : 0.5,
        sources: doubt ? 2 : 1,
        params: { cause: claim.sentence },
      };
    }
  },
};
