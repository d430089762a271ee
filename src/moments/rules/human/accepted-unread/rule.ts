import { isOwn } from '../../../rule/is-own.ts';
import { listBetween, lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Our starting values, no source: reading a change takes at least 5 s, and more than 4 changed lines a second is not reading. */
const LEAST_MS = 5000;
const LINES_PER_SECOND = 4;
const LEAST_LINES = 200;
const ANY_MEANS =
  /\b(?:just|simply) (?:make|get) (?:it|them|that|this|the (?:tests?|build|ci|pipeline|checks?)) (?:to )?(?:pass|green|work|compile|go away)\b/i;

export const rule: Rule = {
  meta: {
    id: 'accepted-unread',
    version: 1,
    kind: 'blind-accept',
    stage: 'nursery',
    worth: 2,
    concepts: ['reading before accepting'],
    activities: ['E3', 'E4'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (!isOwn(facts, turn)) continue;
      const before = lastBefore(facts.humanTurns, turn);
      const edits = listBetween(facts.edits, before ?? { seq: -1, line: 0 }, turn).filter(({ role }) => role === 'product' || role === 'test');
      const lines = edits.reduce((sum, edit) => sum + edit.addedCount + edit.removedCount, 0);
      const readingMs = Math.max(LEAST_MS, (lines / LINES_PER_SECOND) * 1000);
      const tooSoon = turn.acts.has('approval') && !turn.explicit && lines >= LEAST_LINES && turn.afterMs !== null && turn.afterMs < readingMs;
      if (!tooSoon && !ANY_MEANS.test(turn.own)) continue;
      yield {
        decision: { from: turn, shape: 'request' },
        evidence: [{ place: turn, quote: turn.own }],
        confidence: tooSoon ? 0.4 : 0.5,
        sources: 1,
        paths: edits.map(({ path }) => path),
        params: { words: turn.own, lines: String(lines) },
      };
    }
  },
};
