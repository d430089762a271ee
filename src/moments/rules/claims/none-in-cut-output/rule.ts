import type { Message, Run, SessionFacts } from '../../../facts/facts.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** What agents and their tools print where they leave out the middle or the end. */
const CUT =
  /output too large|<persisted-output>|\btruncated\b|\bcharacters (?:cut|omitted|truncated)|\blines (?:omitted|truncated|hidden)|\bpreview \(first|total output lines/i;
const NONE =
  /\b(?:nothing|none|no (?:other |remaining |more |new |such )?(?:\w+ ){0,2}(?:errors?|issues?|matches|references?|usages?|callers?|duplicat\w+|warnings?|failures?|problems?|results?|mentions?|block|path))\b|\bnever\b|\bnot (?:related|used|referenced|mentioned|in)\b/i;
const STILL_LOOKING = /^(?:let me|I['’]ll|I will|now|next|checking|if|looking)\b|\?$|\b(?:should|would|will|may|might|truncated|preview|first part|so far)\b/i;
/** Reading a change or a state back is not a search for something. */
const SEARCHES: ReadonlySet<string> = new Set(['search', 'lint', 'test', 'build', 'type-check', 'other', 'run', 'read']);

/** What the agent says next, where it looked at nothing else in between. */
function findVerdict(facts: SessionFacts, run: Run): Message | undefined {
  const next = firstAfter(facts.replies, run, (reply) => isOwn(facts, reply));
  if (!next) return undefined;
  const looked = [firstAfter(facts.runs, run), firstAfter(facts.otherCalls, run)].some((place) => place !== undefined && place.seq < next.seq);
  return looked ? undefined : next;
}

export const rule: Rule = {
  meta: {
    id: 'none-in-cut-output',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['absence of evidence', 'scope of evidence'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    for (const run of facts.runs) {
      if (!SEARCHES.has(run.class) || !CUT.test(`${run.head}\n${run.tail}`) || !isOwn(facts, run)) continue;
      const verdict = findVerdict(facts, run);
      const sentence = verdict && findSentence(verdict.text, (one) => NONE.test(one) && !STILL_LOOKING.test(one));
      if (!verdict || !sentence) continue;
      yield {
        decision: { from: verdict, shape: 'claim' },
        evidence: [
          { place: verdict, quote: sentence },
          { place: run, quote: run.command },
        ],
        confidence: 0.6,
        sources: 2,
        params: { claim: sentence, command: run.command },
      };
    }
  },
};
