import type { Place, SessionFacts } from '../../../facts/facts.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** That nothing is missing, breaks or is left. */
const NOTHING_MISSING =
  /\b(?:cover(?:s|ed)|handles?|handled|accounts? for|accounted for|address(?:es|ed)|considered|caught) (?:\w+ ){0,2}(?:all|every)\b[^.]{0,30}\b(?:cases?|scenarios?|paths?|callers?|states?|situations?|possibilit\w+|combinations?)\b|\b(?:no|not any|aren'?t any) (?:other|remaining|more|further) (?:\w+ ){0,2}(?:edge cases?|cases?|places?|callers?|usages?|scenarios?|references?|gaps?)\b|\b(?:fully|completely|100%) (?:backwards?[- ]compatible|covered|tested|safe)\b|\bno breaking changes?\b|\bproduction[- ]ready\b/i;
const NOT_YET =
  /^(?:if|when|once|let me|to|should|would|could|next)\b|\?$|\b(?:I['’]ll|I will|we(?:['’]ll| will| need| should)|let me|going to|would|should|must|need to|want|once)\b/i;

/** Whether anything was looked at between the person's message and the answer. */
function wasLookedAt(facts: SessionFacts, answer: Place): boolean {
  const asked = lastBefore(facts.humanTurns, answer) ?? { seq: -1, line: 0 };
  return [facts.runs, facts.otherCalls, facts.edits].some((list) => listBetween<Place>(list, asked, answer).length > 0);
}

export const rule: Rule = {
  meta: {
    id: 'complete-from-memory',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['absence of evidence', 'list the cases, then check them off'],
    activities: ['E3', 'E4'],
  },
  *find(facts) {
    for (const reply of facts.replies) {
      const sentence = isOwn(facts, reply) ? findSentence(reply.text, (one) => NOTHING_MISSING.test(one) && !NOT_YET.test(one)) : undefined;
      if (!sentence || wasLookedAt(facts, reply)) continue;
      const asked = lastBefore(facts.humanTurns, reply);
      if (!asked) continue;
      const answer = firstAfter(facts.humanTurns, reply);
      const found = answer && (answer.acts.has('correction') || answer.acts.has('report') || answer.acts.has('question')) ? answer : undefined;
      yield {
        decision: { from: reply, shape: 'claim' },
        hindsight: found ? [{ place: found, quote: found.own }] : [],
        evidence: [{ place: reply, quote: sentence }],
        confidence: found ? 0.65 : 0.5,
        sources: 2,
        params: { claim: sentence },
      };
    }
  },
};
