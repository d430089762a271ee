import { findUndoing } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Where printing is the job. */
const PRINTS = /(?:^|\/)(?:cli|cmd|bin|scripts?|tools?|examples?|demo|benchmarks?|perf)\/|(?:^|\/)(?:cli|main|__main__|logger|log|logging|debug)\.\w+$/i;

export const rule: Rule = {
  meta: {
    id: 'debug-left',
    version: 1,
    kind: 'leftover',
    stage: 'nursery',
    worth: 1,
    concepts: ['clean up before handing over'],
    activities: ['E3', 'E4'],
    cwe: [489],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'debug-print', (match, edit) => isForTheAuthor(match.captures, edit.role, edit.shownPath))) {
      // What was taken out again was a tool, not a leftover.
      if (found.all.every((match) => findUndoing(facts, found.edit, match))) continue;
      yield toCodeCandidate(facts, found, {
        confidence: found.match.captures.sure === 'yes' ? 0.6 : 0.4,
        words: /\bdebug|\bconsole|\bprint|\blogging?\b|\bleft/i,
      });
    }
  },
};

function isForTheAuthor({ sure, label }: Readonly<Record<string, string>>, role: string, path: string): boolean {
  if (sure === 'yes') return role === 'test' || !PRINTS.test(path);
  return label === 'yes' && role === 'product' && !PRINTS.test(path);
}
