import type { Run } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import type { Rule } from '../../../rule/rule.ts';

const GOOD_NEWS =
  /\b(?:no (?:\w+ ){0,3}(?:errors?|issues?|problems?|failures?|warnings?|violations?|matches)|all (?:good|clean|clear|pass\w*|ok)|success\w*|passed|ok|clean)\b/i;
const CHECKS: ReadonlySet<string> = new Set(['test', 'build', 'type-check', 'lint']);
/** Keeps of the output only what looks like trouble: nothing kept is not nothing wrong. */
const FILTERS: ReadonlySet<string> = new Set(['grep', 'rg', 'egrep', 'head', 'tail', 'sed', 'awk']);

/** The words that are printed whatever became of the check: on any failure, or when the filter let nothing through. */
function findEcho(run: Run): string | undefined {
  const at = run.commands.findIndex(({ words, joinedBy }) => joinedBy === '||' && words[0] === 'echo' && GOOD_NEWS.test(words.slice(1).join(' ')));
  const before = run.commands.slice(0, Math.max(0, at));
  const words = run.commands[at]?.words.slice(1).join(' ');
  const isFiltered = before.at(-1)?.joinedBy === '|' && FILTERS.has(before.at(-1)?.words[0] ?? '');
  return words !== undefined && isFiltered && `${run.head}\n${run.tail}`.includes(words) ? words : undefined;
}

export const rule: Rule = {
  meta: {
    id: 'success-echoed',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['what does this command prove?', 'a check that cannot fail'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    for (const run of facts.runs) {
      const words = CHECKS.has(run.class) && isOwn(facts, run) ? findEcho(run) : undefined;
      if (words === undefined) continue;
      yield {
        decision: { from: run, shape: 'command' },
        evidence: [{ place: run, quote: run.command }],
        confidence: 0.6,
        // What it would print in any case, and that it printed it.
        sources: 2,
        params: { words, command: run.command },
      };
    }
  },
};
