import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import { toResult } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

const ACCEPTS =
  /--update-?snapshots?\b|\b(?:vitest|jest)\b.*\s-u\b|--\s+-u\b|\bUPDATE_(?:GOLDEN|SNAPSHOTS?|EXPECT)=|--snapshot-update|\binsta accept\b|INSTA_UPDATE=always|-update\b(?=.*\bgo test\b)|\bgo test\b.*\s-update\b/;

export const rule: Rule = {
  meta: {
    id: 'snapshot-accepted',
    version: 1,
    kind: 'test-weakened',
    stage: 'nursery',
    worth: 2,
    concepts: ['read the difference before blessing it'],
    activities: ['E3', 'E4', 'E5'],
  },
  *find(facts) {
    for (const run of facts.runs) {
      if (!ACCEPTS.test(run.command) || !isOwn(facts, run)) continue;
      const red = lastBefore(
        facts.runs,
        run,
        ({ class: kind, turn, status }) => kind === 'test' && turn === run.turn && (status === 'failed' || status === 'passed'),
      );
      if (red?.status !== 'failed') continue;
      const asked = lastBefore(facts.humanTurns, run);
      if (asked && /\b(?:update|accept|regenerate|refresh)\b[^.]*\b(?:snapshots?|golden)/i.test(asked.text)) continue;
      // Whoever looked at the difference in between has read what is being accepted.
      const looked =
        firstAfter(facts.runs, red, ({ seq, command }) => seq < run.seq && /\bdiff\b|\.snap\b/.test(command)) ??
        firstAfter(facts.reads, red, ({ seq, path }) => seq < run.seq && /snap|golden/.test(path));
      yield {
        decision: { from: run, shape: 'command' },
        evidence: [
          { place: run, quote: run.command },
          { place: toResult(red), quote: red.failure?.message || red.command },
        ],
        confidence: looked ? 0.4 : 0.7,
        sources: 2,
        params: { command: run.command },
      };
    }
  },
};
