import { findRedBefore, wasAsked } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

const TRACKED = /#\d+|https?:|\b[A-Z]{2,}-\d+\b/;

export const rule: Rule = {
  meta: {
    id: 'test-skipped',
    version: 1,
    kind: 'test-weakened',
    stage: 'nursery',
    worth: 3,
    concepts: ['a red test is information', 'tests as the oracle'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    // A planned test (`todo`) takes nothing away; a condition skips only where the test could not run.
    for (const found of listFindings(facts, 'test-skip', ({ captures }) => captures.conditional === '' && !captures.how?.endsWith('.todo'))) {
      const { edit, match } = found;
      if (TRACKED.test(match.text) || wasAsked(facts, edit, /\b(?:skip|disable|quarantine|ignore|xfail)\b/i)) continue;
      yield toCodeCandidate(facts, found, { confidence: 0.7, red: findRedBefore(facts, edit), words: /\bskip|disabled?\b|\btests?\b/i });
    }
  },
};
