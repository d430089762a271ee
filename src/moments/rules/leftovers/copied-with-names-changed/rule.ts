import { findRenamedCopies } from '../../../engine/code/findings/find-renamed-copies.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'copied-with-names-changed',
    version: 1,
    kind: 'duplication',
    stage: 'nursery',
    worth: 2,
    concepts: ['what differs is a parameter', 'one source of truth'],
    activities: ['E3', 'E4', 'E9'],
    cwe: [1041],
  },
  *find(facts) {
    for (const { edit, match, source, lines } of findRenamedCopies(facts)) {
      yield toCodeCandidate(
        facts,
        { edit, match, all: [match] },
        {
          confidence: 0.55,
          words: /\bduplicat|\bcop(?:y|ied)|\breuse|\bDRY\b|\bsame (?:code|logic)/i,
          evidence: [{ place: source, quote: `${source.shownPath}: ${lines} lines of the same form` }],
          params: { lines: String(lines), source: source.shownPath },
        },
      );
    }
  },
};
