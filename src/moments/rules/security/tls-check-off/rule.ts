import { wasAsked } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

const LOCAL = /localhost|127\.0\.0\.1|self-?signed/i;

export const rule: Rule = {
  meta: {
    id: 'tls-check-off',
    version: 1,
    kind: 'security',
    stage: 'nursery',
    worth: 3,
    concepts: ['who is at the other end?'],
    activities: ['E4', 'E7'],
    cwe: [295],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'tls-off')) {
      const { edit, match } = found;
      const isLocal = LOCAL.test([match.text, ...edit.added.slice(0, 40).map(({ text }) => text)].join('\n'));
      const asked = wasAsked(facts, edit, /self-?signed|verify|certificate check|insecure/i);
      yield toCodeCandidate(facts, found, {
        confidence: 0.8 - (edit.role === 'test' ? 0.35 : 0) - (isLocal ? 0.3 : 0) - (asked ? 0.2 : 0),
        words: /\bTLS|\bSSL|\bcert|\bsecur|\bverif/i,
      });
    }
  },
};
