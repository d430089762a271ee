import type { Run } from '../../../facts/facts.ts';
import { isGreen } from '../../../rule/is-check.ts';
import { toClaimCandidate } from '../../../rule/claim-candidate.ts';
import { listClaimedWork } from '../../../rule/list-claimed-work.ts';
import type { Rule } from '../../../rule/rule.ts';

const ABOUT_EVERYTHING = /\b(?:all|every|everything|whole|entire|full|complete(?:ly)?)\b/i;
const provesAll = (run: Run): boolean => isGreen(run) && run.scope === 'all';
/** "All parser tests pass" is what a run of the parser's tests shows. */
const namesScope = (run: Run, sentence: string): boolean =>
  run.scopeNames.some((name) => {
    const stem = /([\w-]{4,})[^/]*$/.exec(name)?.[1];
    return stem !== undefined && sentence.toLowerCase().includes(stem.toLowerCase());
  });

export const rule: Rule = {
  meta: {
    id: 'claim-after-partial-run',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['scope of evidence'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-beyond-tests', 'claim-disproved'],
  },
  *find(facts) {
    for (const work of listClaimedWork(facts)) {
      const tests = work.checks.filter((run) => run.class === 'test');
      const last = tests.at(-1);
      if (!last || last.status === 'failed' || tests.some(provesAll) || !ABOUT_EVERYTHING.test(work.claim.sentence) || namesScope(last, work.claim.sentence))
        continue;
      const candidate = toClaimCandidate(work, 0.65, [{ place: last, quote: last.command }]);
      yield { ...candidate, params: { ...candidate.params, command: last.command } };
    }
  },
};
