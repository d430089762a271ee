import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import type { Rule } from '../../../rule/rule.ts';

const NARROWED =
  /\b(?:(?:beyond|outside|out of)(?: the| our| this)?(?: current| present)? scope|(?:I(?:['’]ll| will|['’]m| am|['’]ve| have)?|we(?:['’]ll| will)?|let['’]?s|let me)(?: \w+){0,2} (?:skip|leave out|omit)(?:ping|ting|ped)? (?:the|this|that|these) [\w -]{2,30}(?:for now|since|because)|for now,? (?:I'?ll|let'?s|we(?:'ll)?) (?:just|only|skip)|(?:left|leaving|leave) (?:(?:it|this|that|the \w+(?: \w+)?) )?(?:as a|for a|for) (?:todo|follow-?up|later|future))\b/i;

export const rule: Rule = {
  meta: {
    id: 'ask-narrowed',
    version: 1,
    kind: 'scope',
    stage: 'nursery',
    worth: 3,
    concepts: ['the ask, line by line'],
    activities: ['E1', 'E4'],
  },
  *find(facts) {
    const messages = [...facts.replies, ...facts.reasoning].toSorted((a, b) => a.seq - b.seq);
    for (const message of messages) {
      if (!isOwn(facts, message)) continue;
      const sentence = findSentence(message.text, (one) => NARROWED.test(one));
      const worked = lastBefore(facts.edits, message, ({ role }) => role === 'product' || role === 'test' || role === 'config');
      const asked = lastBefore(facts.humanTurns, message);
      // Said before any work, it is a proposal the person can still answer; said in the middle, it is a decision.
      // Where the scope is what was asked about, drawing it is the work.
      if (!sentence || !asked || !worked || worked.seq < asked.seq || /\bscope\b/i.test(asked.own)) continue;
      const answer = firstAfter(facts.humanTurns, message);
      const objection = answer && isObjection(answer) ? answer : undefined;
      yield {
        decision: { from: message, shape: 'belief' },
        hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
        evidence: [{ place: message, quote: sentence }],
        confidence: objection ? 0.6 : 0.4,
        sources: objection ? 2 : 1,
        params: { sentence },
      };
    }
  },
};
