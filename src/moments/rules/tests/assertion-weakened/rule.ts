import { isNarrowed, isWeaker, pairAssertions } from '../../../engine/code/findings/pair-assertions.ts';
import { findRedBefore, wasAsked } from '../../../engine/code/findings/edit-story.ts';
import { replayedSeqs } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'assertion-weakened',
    version: 1,
    kind: 'test-weakened',
    stage: 'nursery',
    worth: 3,
    concepts: ['strength of an oracle'],
    activities: ['E4', 'E5'],
    supersedes: ['assertion-removed'],
  },
  *find(facts) {
    for (const edit of facts.edits) {
      if (edit.role !== 'test' || replayedSeqs(facts).has(edit.seq)) continue;
      const red = findRedBefore(facts, edit);
      // A text asked for is put in other words for many reasons; right after it failed, it is made to pass.
      const weaker = pairAssertions(edit).filter((pair) => isWeaker(pair) || (red !== undefined && isNarrowed(pair)));
      const [first] = weaker;
      if (!first || wasAsked(facts, edit, /\b(?:loosen|relax|weaken|toleran)/i)) continue;
      const found = { edit, match: first.after, all: weaker.map(({ after }) => after) };
      yield toCodeCandidate(facts, found, {
        confidence: 0.65,
        red,
        words: /\bassert|\bexpect|\btests?\b/i,
        evidence: [{ place: edit, quote: first.before.text }],
        params: { before: first.before.text, after: first.after.text },
      });
    }
  },
};
