import { findUndoing } from '../../../engine/code/findings/edit-story.ts';
import { squeeze } from '../../../engine/code/findings/list-findings.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

const LONG_BLOCK = 3;

export const rule: Rule = {
  meta: {
    id: 'code-commented-out',
    version: 1,
    kind: 'leftover',
    stage: 'nursery',
    worth: 1,
    concepts: ['version control remembers'],
    activities: ['E3', 'E4'],
    cwe: [1164],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'commented-out', (_, { role }) => role === 'product' || role === 'test')) {
      const { edit, match } = found;
      const lost = new Set(edit.removed.map(({ text }) => squeeze(text)));
      const lines = (match.captures.code ?? '')
        .split('\n')
        .map(squeeze)
        .filter((line) => line.length > 3);
      const wasLive = lines.length > 0 && lines.every((line) => lost.has(line));
      if ((!wasLive && Number(match.captures.lines) < LONG_BLOCK) || findUndoing(facts, edit, match)) continue;
      yield toCodeCandidate(facts, found, { confidence: wasLive ? 0.65 : 0.35, words: /\bcomment|\bdead code|\bleft/i });
    }
  },
};
