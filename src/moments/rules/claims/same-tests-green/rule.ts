import type { Claim, EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { isTry } from '../../../rule/claim-evidence.ts';
import { isGreen } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { lastBefore, listBetween } from '../../../rule/order.ts';
import { countNewCode } from '../../../rule/new-code.ts';
import type { Rule } from '../../../rule/rule.ts';

const LEAST_NEW = 6;
const LEAST_BRANCHES = 1;

interface Pair {
  readonly before: Run;
  readonly after: Run;
  readonly edits: readonly EditFact[];
}

const counted = (run: Run): boolean => run.class === 'test' && run.passedTests !== null && run.passedTests > 0;

/** The same tests, as many of them, green after new code as before it. */
function findPair(facts: SessionFacts, claim: Claim): Pair | undefined {
  const after = lastBefore(facts.runs, claim, counted);
  if (!after || !isGreen(after) || after.turn !== claim.turn) return undefined;
  const before = lastBefore(facts.runs, after, (run) => counted(run) && run.scope === after.scope && run.passedTests === after.passedTests);
  if (!before) return undefined;
  const edits = listBetween(facts.edits, before, after);
  // What ran last stands for the code as it is.
  if (listBetween(facts.edits, after, claim).some(({ role }) => role === 'product') || edits.some(({ role }) => role === 'test')) return undefined;
  return { before, after, edits: edits.filter(({ role }) => role === 'product') };
}

const isNew = (edits: readonly EditFact[]): boolean => {
  const { lines, branches, names } = countNewCode(edits);
  return names > 0 && lines >= LEAST_NEW && branches >= LEAST_BRANCHES;
};

export const rule: Rule = {
  meta: {
    id: 'same-tests-green',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['what does this command prove?', 'which test would turn red?'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-beyond-tests', 'claim-disproved'],
  },
  *find(facts) {
    const told = new Set<Run>();
    for (const claim of facts.claims) {
      if (claim.type !== 'tests-pass' || claim.from !== 'reply' || claim.hedged || claim.disclosed || !isOwn(facts, claim)) continue;
      const pair = findPair(facts, claim);
      if (!pair || told.has(pair.after) || !isNew(pair.edits) || listBetween(facts.runs, pair.before, claim).some(isTry)) continue;
      told.add(pair.after);
      yield {
        decision: { from: claim, shape: 'claim' },
        evidence: [
          { place: claim, quote: claim.sentence },
          { place: pair.before, quote: `${pair.before.passedTests} passed before the change` },
          { place: pair.after, quote: `${pair.after.passedTests} passed after it` },
        ],
        confidence: 0.6,
        // The counts of two runs, and the code between them.
        sources: 2,
        paths: [...new Set(pair.edits.map(({ path }) => path))],
        params: { claim: claim.sentence, count: String(pair.after.passedTests) },
      };
    }
  },
};
