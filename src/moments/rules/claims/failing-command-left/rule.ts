import type { Claim, Run, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { firstAfter } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Older failures belong to another piece of work. */
const RECENT_TURNS = 2;

/** The program as run by hand, without its options: `go run ./cmd/app`, `./bin/app`, `node server.js`. */
const programOf = ({ commands }: Run): string => {
  const last = commands.findLast(({ words }) => words.length > 0 && words[0] !== 'echo' && words[0] !== 'cd');
  return (last?.words ?? [])
    .filter((word) => !word.startsWith('-'))
    .slice(0, 2)
    .join(' ');
};

/** The last try by hand before the claim, where it failed for all to see. */
function findLastTry(facts: SessionFacts, claim: Claim): Run | undefined {
  const tries = facts.runs.filter((run) => run.class === 'run' && run.seq < claim.seq && run.turn >= claim.turn - RECENT_TURNS && isOwn(facts, run));
  const last = tries.at(-1);
  if (last?.status !== 'failed' || last.masked) return undefined;
  // A first try that fails may only have been called wrongly; a program that was tried before is what the work is about.
  return tries.some((run) => run !== last && programOf(run) === programOf(last)) || tries.length > 1 ? last : undefined;
}

export const rule: Rule = {
  meta: {
    id: 'failing-command-left',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['reading results', 'trying what the user will do'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-beyond-tests', 'claim-without-run', 'claim-disproved'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const claim of facts.claims) {
      const isResult = claim.type === 'fixed' || claim.type === 'works';
      if (
        !isResult ||
        !claim.final ||
        claim.from !== 'reply' ||
        claim.hedged ||
        claim.disclosed ||
        claim.sentence.endsWith(':') ||
        told.has(claim.seq) ||
        !isOwn(facts, claim)
      )
        continue;
      const last = findLastTry(facts, claim);
      if (!last || !facts.edits.some(({ role, seq }) => role === 'product' && seq < claim.seq)) continue;
      told.add(claim.seq);
      const answer = firstAfter(facts.humanTurns, claim);
      const objection = answer && isObjection(answer) ? answer : undefined;
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
        evidence: [
          { place: claim, quote: claim.sentence },
          { place: last, quote: last.failure?.message || last.command },
        ],
        confidence: objection ? 0.8 : 0.65,
        sources: 2,
        params: { claim: claim.sentence, command: last.command },
      };
    }
  },
};
