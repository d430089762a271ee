import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import { findCopies } from '../../../engine/code/findings/find-copies.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'copied-block',
    version: 1,
    kind: 'duplication',
    stage: 'nursery',
    worth: 2,
    concepts: ['one source of truth', 'search before writing'],
    activities: ['E3', 'E4', 'E9'],
    cwe: [1041],
  },
  *find(facts) {
    for (const { edit, match, source, lines } of findCopies(facts)) {
      yield toCodeCandidate(
        facts,
        { edit, match, all: [match] },
        {
          confidence: source.path === edit.path ? 0.45 : 0.5,
          words: /\bduplicat|\bcop(?:y|ied)|\breuse|\bDRY\b|\bsame (?:code|logic)/i,
          evidence: [{ place: source, quote: `${source.shownPath}: the same ${lines} lines` }],
          params: { lines: String(lines), source: source.shownPath },
        },
      );
    }
  },
};
