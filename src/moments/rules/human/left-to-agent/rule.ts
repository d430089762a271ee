import { countWords } from '../../../facts/human/count-words.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** What others see, or what cannot be taken back, where the agent's own judgement is the only gate before it. */
const SHARES = String.raw`(?:merge|ship|deploy|release|publish|push)`;
const GATE = String.raw`(?:if|once|when|as long as|assuming)\s+(?:(?:there(?:'s| is| are)?|it'?s?|that'?s?|this|everything|all|you|tests?|ci|checks?|they|the \w+)\s+){0,3}(?:\w+\s+){0,2}(?:no(?:thing)?\b.{0,20}(?:issues?|problems?|conflicts?|concerns?|errors?|wrong|else|comments?)?|good|ok(?:ay)?|fine|green|pass(?:es|ed|ing)?|works?|happy|satisfied|clean|ready|looks? \w+|done)`;
const LEFT = new RegExp(String.raw`\b${GATE}\b.{0,40}\b${SHARES}\b|\b${SHARES}\b.{0,40}\b${GATE}\b`, 'i');
const MOST_WORDS = 40;

export const rule: Rule = {
  meta: {
    id: 'left-to-agent',
    version: 1,
    kind: 'blind-accept',
    stage: 'nursery',
    worth: 2,
    concepts: ['who decides?', 'reading before accepting'],
    activities: ['E3', 'E10'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (!isOwn(facts, turn) || turn.pasted === 'all' || countWords(turn.own) > MOST_WORDS || !LEFT.test(turn.own)) continue;
      const edits = facts.edits.filter(({ seq, role }) => seq < turn.seq && (role === 'product' || role === 'test'));
      if (!lastBefore(facts.replies, turn)) continue;
      yield {
        decision: { from: turn, shape: 'request' },
        evidence: [{ place: turn, quote: turn.own }],
        confidence: 0.5,
        sources: edits.length > 0 ? 2 : 1,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { words: turn.own },
      };
    }
  },
};
