import { findRedBefore } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Set-up code chooses quieter logs or another database for tests; behaviour should not. */
const SETUP = /(?:^|\/)(?:config|setup|logger|logging|log|db|database|env|server|app|main|index)\.\w+$|\.config\.\w+$/i;

export const rule: Rule = {
  meta: {
    id: 'test-aware-code',
    version: 1,
    kind: 'test-weakened',
    stage: 'nursery',
    worth: 3,
    concepts: ['code must not know it is tested'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'test-aware-code', (_, { role }) => role === 'product')) {
      yield toCodeCandidate(facts, found, {
        confidence: SETUP.test(found.edit.shownPath) ? 0.35 : 0.55,
        red: findRedBefore(facts, found.edit),
        words: /\btests?\b|\benviron|\bspecial/i,
      });
    }
  },
};
