import { findRedBefore, wasAsked } from '../../../engine/code/findings/edit-story.ts';
import { replayedSeqs } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { CodeMatch } from '../../../facts/facts.ts';
import type { Rule } from '../../../rule/rule.ts';

const TIMED_OUT = /tim(?:e|ed)[ -]?out|deadline exceeded|exceeded timeout|ETIMEDOUT|took too long/i;
/** A smaller change is tuning. */
const LEAST_GROWTH = 1.5;
const MS_BY_UNIT: Readonly<Record<string, number>> = { Millisecond: 1, ms: 1, Second: 1000, s: 1000, Minute: 60_000, m: 60_000, Hour: 3_600_000 };

export const rule: Rule = {
  meta: {
    id: 'time-limit-raised',
    version: 1,
    kind: 'race-or-timing',
    stage: 'nursery',
    worth: 2,
    concepts: ['why is it slow?', 'a limit is a requirement'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    for (const edit of facts.edits) {
      if (replayedSeqs(facts).has(edit.seq)) continue;
      const limits = edit.matches.filter(({ pattern }) => pattern === 'timeout-value');
      const before = limits.filter(({ side }) => side === 'removed');
      const match = limits.find(
        (now) =>
          now.side === 'added' && before.some((was) => was.captures.name === now.captures.name && toMs(was) > 0 && toMs(now) >= toMs(was) * LEAST_GROWTH),
      );
      if (!match || wasAsked(facts, edit, /\b(?:increase|raise|bump|extend|longer)\b[^.]*\b(?:time-?out|limit)/i)) continue;
      const red = findRedBefore(facts, edit, ({ status }) => status === 'failed' || status === 'interrupted');
      const timedOut = red !== undefined && TIMED_OUT.test([red.failure?.message ?? '', red.tail].join('\n'));
      yield toCodeCandidate(
        facts,
        { edit, match, all: [match] },
        {
          confidence: timedOut ? 0.65 : 0.4,
          red: timedOut ? red : undefined,
          words: /\btime-?outs?|\bslow|\bhang/i,
          evidence: before.slice(0, 1).map(({ text }) => ({ place: edit, quote: text })),
          params: { name: match.captures.name ?? '' },
        },
      );
    }
  },
};

const toMs = ({ captures: { value, unit = '' } }: CodeMatch): number => Number(value) * (MS_BY_UNIT[unit] ?? 1);
