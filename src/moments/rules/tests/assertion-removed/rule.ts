import { findRedBefore, wasAsked } from '../../../engine/code/findings/edit-story.ts';
import { joinNeighbours } from '../../../engine/code/findings/join-neighbours.ts';
import { replayedSeqs, squeeze } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { CodeMatch, EditFact, SessionFacts } from '../../../facts/facts.ts';
import type { Candidate, Rule } from '../../../rule/rule.ts';

/** The head of a test or of a group of them: when it goes too, a whole test went and not its check. */
const TEST_HEAD = /\b(?:it|test|describe)(?:\.\w+)*\s*\(|\bdef test_|\bfunc Test|@Test\b|#\[test\]|\[(?:Fact|Theory|Test)\]/;

export const rule: Rule = {
  meta: {
    id: 'assertion-removed',
    version: 1,
    kind: 'test-weakened',
    stage: 'nursery',
    worth: 2,
    concepts: ['what still guards the behaviour?'],
    activities: ['E4', 'E5'],
  },
  find: (facts) => joinNeighbours(findLost(facts)),
};

function* findLost(facts: SessionFacts): Iterable<Candidate> {
  for (const edit of facts.edits) {
    if (edit.role !== 'test' || edit.change === 'delete' || replayedSeqs(facts).has(edit.seq)) continue;
    const lost = listLost(facts, edit);
    const [first] = lost;
    if (
      !first ||
      edit.removed.some(({ text }) => TEST_HEAD.test(text)) ||
      wasAsked(facts, edit, /\b(?:remove|delete|drop|simplify)\b[^.\n]{0,60}\b(?:assert|check|expect|test)/i)
    )
      continue;
    const red = findRedBefore(facts, edit);
    yield toCodeCandidate(facts, { edit, match: first, all: lost }, { confidence: red ? 0.6 : 0.45, red, words: /\bassert|\bexpect|\btests?\b/i });
  }
}

/** Assertions that are gone, none new in their stead, and not written down elsewhere or later in the same turn. */
function listLost(facts: SessionFacts, edit: EditFact): CodeMatch[] {
  const assertions = edit.matches.filter(({ pattern }) => pattern === 'assertion');
  const removed = assertions.filter(({ side }) => side === 'removed');
  if (removed.length === 0 || assertions.length > removed.length) return [];
  const kept = new Set(
    facts.edits
      .filter(({ turn, seq, path }) => turn === edit.turn && (seq > edit.seq || path !== edit.path))
      .flatMap(({ added }) => added.map(({ text }) => squeeze(text).replace(/;$/, ''))),
  );
  return removed.filter(({ text }) => !kept.has(squeeze(text.split('\n', 1)[0] ?? '').replace(/;$/, '')));
}
