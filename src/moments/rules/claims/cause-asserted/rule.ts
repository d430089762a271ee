import type { Place, SessionFacts } from '../../../facts/facts.ts';
import { isCheck } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { findNamedCause } from '../../../rule/find-named-cause.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const EXPERIMENTS: ReadonlySet<string> = new Set(['run', 'network']);

/** Reading tells what could be; only something that was run tells what is. */
function wasTried(facts: SessionFacts, said: Place): boolean {
  const asked = lastBefore(facts.humanTurns, said) ?? { seq: -1, line: 0 };
  return listBetween(facts.runs, asked, said).some((run) => isCheck(run) || EXPERIMENTS.has(run.class));
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
    for (const reply of facts.replies) {
      const sentence = isOwn(facts, reply) ? findNamedCause(reply.text) : undefined;
      if (!sentence || wasTried(facts, reply)) continue;
      const answer = firstAfter(facts.humanTurns, reply);
      const doubt = answer && (answer.acts.has('correction') || answer.acts.has('question')) ? answer : undefined;
      yield {
        decision: { from: reply, shape: 'belief' },
        hindsight: doubt ? [{ place: doubt, quote: doubt.own }] : [],
        evidence: [{ place: reply, quote: sentence }],
        confidence: doubt ? 0.6 : 0.5,
        sources: doubt ? 2 : 1,
        params: { cause: sentence },
      };
    }
  },
};
