import type { HumanTurn } from '../../../facts/facts.ts';
import { findJudged } from '../../../rule/find-judged.ts';
import { isOwn } from '../../../rule/is-own.ts';
import type { Rule } from '../../../rule/rule.ts';

/** A correction worth keeping says something: what is wrong, or why, or what instead. */
const LEAST_WORDS = 5;
const REASON = /\b(?:because|since|otherwise|instead|rather|so that|that'?s why|should|shouldn'?t|need(?:s)? to|must|already|actually|doesn'?t|don'?t|isn'?t|won'?t|can'?t|not)\b/i;

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /\w/.test(word)).length;

function toConfidence({ own, explicit, pasted }: HumanTurn): number {
  const base = explicit ? 0.7 : 0.6;
  const reason = REASON.test(own) ? 0.15 : 0;
  return base + reason - (pasted === 'none' ? 0 : 0.2);
}

export const rule: Rule = {
  meta: {
    id: 'human-correction',
    version: 1,
    kind: 'human-correction',
    stage: 'nursery',
    worth: 3,
    concepts: ['a senior’s reason, kept'],
    activities: ['E2', 'E4'],
    supersedes: ['human-question'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (!turn.acts.has('correction') || turn.pasted === 'all' || !isOwn(facts, turn) || countWords(turn.own) < LEAST_WORDS) continue;
      const judged = findJudged(facts, turn);
      if (!judged) continue;
      yield {
        mark: { from: turn },
        decision: { from: judged.from, shape: judged.shape },
        hindsight: [{ place: turn, quote: turn.own }],
        evidence: [
          { place: judged.from, quote: judged.quote },
          { place: turn, quote: turn.own },
        ],
        confidence: toConfidence(turn),
        sources: turn.explicit || REASON.test(turn.own) ? 2 : 1,
        params: { words: turn.own },
      };
    }
  },
};
