import { findUndoing } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

const CONFIDENCE: Readonly<Record<string, number>> = { empty: 0.7, 'no-oracle': 0.5, 'doubles-only': 0.35, 'presence-only': 0.4 };
/** That nothing is thrown is what such a test asks for. */
const NOTHING_THROWN = /(?:not|never|without|no)[ _-]*(?:throw|fail|crash|raise|panic|error|exception)|(?:survives|tolerates|compiles)/i;
const WHAT: Readonly<Record<string, string>> = {
  empty: 'has nothing in it',
  'no-oracle': 'runs code and checks nothing',
  'presence-only': 'passes as long as something comes back',
  'doubles-only': 'checks only that its own doubles were called',
};

export const rule: Rule = {
  meta: {
    id: 'test-without-oracle',
    version: 1,
    kind: 'test-hollow',
    stage: 'nursery',
    worth: 2,
    concepts: ['running is not verifying', 'test doubles'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'hollow-test', (_, { role }) => role === 'test')) {
      const { way = '', name = '' } = found.match.captures;
      if (way !== 'empty' && NOTHING_THROWN.test(name)) continue;
      // Tests written one step at a time are empty for a moment.
      if (way === 'empty' && findUndoing(facts, found.edit, found.match)) continue;
      yield toCodeCandidate(facts, found, {
        confidence: CONFIDENCE[way] ?? 0.4,
        words: /\btests?\b|\bmocks?\b|\bassert/i,
        params: { test: name, what: WHAT[way] ?? '' },
      });
    }
  },
};
