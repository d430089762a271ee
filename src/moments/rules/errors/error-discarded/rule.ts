import { findRedBefore } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'error-discarded',
    version: 1,
    kind: 'error-swallowed',
    stage: 'nursery',
    worth: 2,
    concepts: ['an error is a value'],
    activities: ['E4', 'E6'],
    cwe: [252],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'discarded-error', (_, { role }) => role === 'product')) {
      const callee = found.match.captures.callee ?? '';
      // The same call had its error looked at before this edit.
      const wasHandled = callee !== '' && found.edit.removed.some(({ text }) => text.includes(`${callee}(`) && /\berr\w*\b|\?\s*;?$/.test(text));
      yield toCodeCandidate(facts, found, {
        confidence: wasHandled ? 0.8 : 0.5,
        red: findRedBefore(facts, found.edit),
        words: /\berrors?\b|\berr\b|\bignor|\bdiscard/i,
        params: { callee },
      });
    }
  },
};
