import { toClaimCandidate } from '../../../rule/claim-candidate.ts';
import type { EditFact } from '../../../facts/facts.ts';
import { isGreen } from '../../../rule/is-check.ts';
import { listClaimedWork, type ClaimedWork } from '../../../rule/list-claimed-work.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Below this a change is often too small for a test of its own. */
const LEAST_LINES = 4; /** Where some of the change got tests, so much of it beside them is a part of its own. */
const LEAST_BESIDE_TESTS = 80;

const countLines = (edits: readonly EditFact[]): number => edits.reduce((sum, edit) => sum + edit.addedCount, 0);
const stemOf = (path: string): string => /([^/]+?)(?:\.\w+)+$/.exec(path)?.[1] ?? path;

/** Edits of files that no test written for the change is named after or imports. */
function listUntested({ edits, testEdits }: ClaimedWork): EditFact[] {
  const named = new Set(testEdits.map(({ path }) => stemOf(path).replace(/^test_|[._-]?(?:test|spec)$/, '')));
  const imported = testEdits
    .flatMap(({ added }) => added.filter(({ text }) => /\b(?:import|require|from|use)\b/.test(text)).map(({ text }) => text))
    .join('\n');
  return edits.filter(({ path }) => !named.has(stemOf(path)) && !new RegExp(String.raw`[/"'.]${stemOf(path).replace(/[^\w-]/g, '.')}\b`).test(imported));
}

export const rule: Rule = {
  meta: {
    id: 'claim-beyond-tests',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['what does this command prove?', 'scope of evidence'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-disproved'],
  },
  *find(facts) {
    for (const work of listClaimedWork(facts)) {
      const passed = work.checks.findLast((run) => run.status === 'passed');
      if (!passed || work.tries.length > 0 || countLines(listUntested(work)) < (work.testEdits.length > 0 ? LEAST_BESIDE_TESTS : LEAST_LINES)) continue;
      if (work.checks.at(-1)?.status === 'failed') continue;
      // All tests, seen to pass, say at least that nothing else broke.
      const tested = work.checks.some((run) => run.class === 'test' && run.scope === 'all' && isGreen(run));
      yield { ...toClaimCandidate(work, 0.6, [{ place: passed, quote: passed.command }]), worth: tested ? 2 : 3 };
    }
  },
};
