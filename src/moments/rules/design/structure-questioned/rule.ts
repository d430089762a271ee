import { listRemarks, toRemarkCandidate } from '../../../rule/list-remarks.ts';
import type { Rule } from '../../../rule/rule.ts';

const CODE = String.raw`(?:logic|code|functions?|methods?|class(?:es)?|modules?|packages?|files?|interfaces?|layers?|components?|helpers?|knowledge|checks?|handling|it|this|that)`;
/** Where something stands, and what for: a wish about the shape of the code, not about what it does. */
const SHAPE: readonly RegExp[] = [
  new RegExp(String.raw`\b${CODE}\b[^.?!]{0,40}\boutside(?: of)? (?:the |a |an |its |our )?\w+`, 'i'),
  new RegExp(
    String.raw`(?<!\blike )\b${CODE} (?:should |does ?n[o']t |doesn't |really |better )*(?:belongs?|live|sit)s? (?:in|to|with|there|here|elsewhere)\b`,
    'i',
  ),
  /\b(?:simplest|simpler|simple enough|less complex) (?:\w+ )?(?:implementation|solution|way|approach|version|option|design|fix)\b/i,
  /\b(?:over-?engineer\w*|over-?complicat\w*|overkill|too (?:complex|complicated|clever|heavy|generic|abstract)|(?:un)?necessar(?:y|ily) (?:complex|abstract)\w*|needless\w*|leaky|(?:tightly |loosely )?coupled|wrong (?:layer|place|level))\b/i,
  /\bmake\w* (?:\w+ ){0,3}(?:over )?complicated\b/i,
  /\b(?:no|not|n't|without|don'?t)\b[^.?!]{0,30}\b(?:backwards?[- ]compat\w*|abstraction|wrapper|indirection)\b/i,
];
const SPECIFIC = /\b\w+[- ]specific (?:logic|code|knowledge|handling)\b/i;

export const rule: Rule = {
  meta: {
    id: 'structure-questioned',
    version: 1,
    kind: 'design',
    stage: 'nursery',
    worth: 3,
    concepts: ['which part should know this?', 'the smallest design that works'],
    activities: ['E9', 'E12', 'E13'],
    // What such a question teaches is the decision it is about.
    supersedes: ['human-question'],
  },
  *find(facts) {
    for (const remark of listRemarks(facts, (own) => SHAPE.some((pattern) => pattern.test(own)) || SPECIFIC.test(own))) {
      // A correction in so many words is one, whatever it is about.
      if (remark.turn.acts.has('correction')) continue;
      yield toRemarkCandidate(facts, remark);
    }
  },
};
