import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'shell-from-values',
    version: 1,
    kind: 'security',
    stage: 'nursery',
    worth: 2,
    concepts: ['where does this value come from?', 'arguments are a list'],
    activities: ['E4', 'E7'],
    cwe: [78],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'shell-injection', (_, { role }) => role === 'product')) {
      const isScript = /(?:^|\/)(?:scripts?|tools?|bin|build)\//.test(found.edit.shownPath);
      yield toCodeCandidate(facts, found, {
        confidence: isScript ? 0.4 : 0.5,
        words: /\binject|\bshell|\bescap|\bquot|\bsecur|\bexec/i,
        params: { callee: found.match.captures.callee ?? '' },
      });
    }
  },
};
