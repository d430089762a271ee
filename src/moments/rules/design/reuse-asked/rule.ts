import { listRemarks, toRemarkCandidate } from '../../../rule/list-remarks.ts';
import type { Rule } from '../../../rule/rule.ts';

/** The person sees the same thing twice, or knows what could have been used. */
const TWICE: readonly RegExp[] = [
  /\b(?:looks?|is|are|seems?|being|get(?:s|ting)?|now) (?:\w+ ){0,3}(?:duplicated?|repeated|copied|copy-?pasted|redundant)\b/i,
  /\b(?:duplicat(?:es|ing|ion)|copy-?past(?:e|ed|ing)|repeat(?:s|ing)) (?:\w+ ){0,4}(?:logic|code|check|block|function|helper|here|there)\b/i,
  /\b(?:re-?use|use|call) (?:the |an |our |one of the )?(?:existing|shared|common)\b/i,
  /\b(?:instead of|rather than|without|avoid) (?:duplicat|repeat|copy|re-?implement|re-?writ)\w*/i,
  /\b(?:do we|don't we|we) (?:not )?already have (?:a|an|the|some)\b|\balready (?:a|an) (?:helper|function|method|util\w*)\b/i,
  /\b(?:keep|make) (?:it|this|that|them) DRY\b|\bDRY (?:it|this|that) up\b/,
];

export const rule: Rule = {
  meta: {
    id: 'reuse-asked',
    version: 1,
    kind: 'duplication',
    stage: 'nursery',
    worth: 2,
    concepts: ['search before writing', 'one source of truth'],
    activities: ['E3', 'E9', 'E13'],
    supersedes: ['human-question'],
  },
  *find(facts) {
    for (const remark of listRemarks(facts, (own) => TWICE.some((pattern) => pattern.test(own)))) {
      if (remark.turn.acts.has('correction')) continue;
      if (facts.edits.some(({ seq }) => seq < remark.turn.seq)) yield toRemarkCandidate(facts, remark);
    }
  },
};
