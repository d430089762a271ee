import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'secret-in-code',
    version: 1,
    kind: 'security',
    stage: 'nursery',
    worth: 3,
    concepts: ['a secret in history stays in history'],
    activities: ['E4', 'E7'],
    cwe: [798],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'hard-coded-secret')) {
      const { form, name = '' } = found.match.captures;
      if (found.edit.role === 'test') continue;
      yield toCodeCandidate(facts, found, {
        confidence: form === 'known' ? 0.8 : 0.5,
        words: /\bsecret|\bkeys?\b|\btoken|\bpassword|\bcredential|\benv/i,
        params: { name },
      });
    }
  },
};
