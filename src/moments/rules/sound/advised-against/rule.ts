import { findSentence } from '../../../rule/find-sentence.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Advice not to do it, in the first person or as a plain no. */
const AGAINST = /\bI(?:['’]d| would) (?:not|leave|decline|push back|recommend against|advise against|hold off|skip)\b|\bno need to\b|\bfalse positive\b/i;
const OPENS_WITH_NO = /^\W*no[,.:;—–-]/i;
const LEAST_LOOKS = 2;

export const rule: Rule = {
  meta: {
    id: 'advised-against',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['a no with its reason', 'look before you state'],
    activities: ['E3', 'E6'],
  },
  *find(facts) {
    for (const reply of facts.replies) {
      const asked = reply.final && isOwn(facts, reply) ? lastBefore(facts.humanTurns, reply) : undefined;
      const answer = firstAfter(facts.humanTurns, reply);
      if (
        !asked ||
        !answer ||
        !(asked.acts.has('question') || asked.own.trim().endsWith('?')) ||
        isObjection(answer) ||
        answer.acts.has('question') ||
        answer.own === ''
      )
        continue;
      const advice = OPENS_WITH_NO.test(reply.text)
        ? findSentence(reply.text, (sentence) => sentence.length > 0)
        : findSentence(reply.text, (sentence) => AGAINST.test(sentence));
      const looks = [...listBetween(facts.reads, asked, reply), ...listBetween(facts.runs, asked, reply)];
      if (!advice || looks.length < LEAST_LOOKS || listBetween(facts.edits, asked, reply).length > 0) continue;
      yield {
        decision: { from: reply, shape: 'belief' },
        hindsight: [{ place: answer, quote: answer.own }],
        evidence: [
          { place: asked, quote: asked.own },
          { place: reply, quote: advice },
        ],
        confidence: 0.55,
        sources: 2,
        params: { advice },
      };
    }
  },
};
