import { findSentence } from '../../../rule/find-sentence.ts';
import { isCheck, isGreen } from '../../../rule/is-check.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { takesInWords } from '../../../rule/is-taken.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Says in plain words what was not run, or which failure is left. */
const LIMIT =
  /\b(?:(?:have|has|did|was|were|is|are|could|can)(?: ?n[o'’]t| not)(?: been| yet| able to| actually)* (?:run|ran|tested|verified|exercised|checked|validated|executed|confirmed?|covered)|un(?:tested|verified)|pre-?existing (?:\w+ ){0,3}(?:fail\w*|errors?)|fail\w* (?:\w+ ){0,4}(?:pre-?existing|unrelated))\b/i;

/** The person deals with what was left open. */
const HANDLES = /\b(?:check|verify|confirm)\b/i;

export const rule: Rule = {
  meta: {
    id: 'limits-disclosed',
    version: 2,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['say what was not checked'],
    activities: ['E4'],
  },
  *find(facts) {
    for (const reply of facts.replies) {
      if (!reply.final || !isOwn(facts, reply)) continue;
      const asked = lastBefore(facts.humanTurns, reply) ?? { seq: -1, line: 0 };
      const edits = listBetween(facts.edits, asked, reply);
      const limit = edits.length > 0 ? findSentence(reply.text, (sentence) => LIMIT.test(sentence)) : undefined;
      const last = edits.at(-1);
      const green = last && listBetween(facts.runs, last, reply).findLast((run) => isCheck(run) && isGreen(run));
      const answer = firstAfter(facts.humanTurns, reply);
      const isHandled = answer !== undefined && HANDLES.test(answer.own);
      if (!limit || !last || !answer || (!isHandled && !(green && takesInWords(answer))) || !isUncontested(facts, reply, edits)) continue;
      yield {
        decision: { from: reply, shape: 'claim' },
        hindsight: [{ place: answer, quote: answer.own || answer.text }],
        evidence: [...(green ? [citeResult(green, green.command)] : []), { place: reply, quote: limit }],
        confidence: 0.7,
        sources: 2,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { limit },
      };
    }
  },
};
