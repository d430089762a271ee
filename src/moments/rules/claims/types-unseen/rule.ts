import type { Claim, EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const GREEN: ReadonlySet<string> = new Set(['tests-pass', 'clean', 'works', 'complete']);
/** How type checkers of languages whose runtimes drop types speak. */
const TYPE_ERROR =
  /\berror TS\d+|\bTS\d{4,5}:|^\S+:\d+: error: .+ {2}\[[\w-]+\]$|\berror: Argument of type|\breportGeneralTypeIssues\b|\bTypeScript errors?\b/m;
const TYPED = /\.(?:tsx?|mts|cts|py)$/;
/** Letters of a path by which an error names the file. */
const nameOf = ({ path }: EditFact): string => path.slice(path.lastIndexOf('/') + 1);

const showsTypeError = (run: Run): boolean => (run.status === 'failed' || run.masked) && TYPE_ERROR.test(`${run.head}\n${run.tail}`);
const checksTypes = (run: Run): boolean => run.class === 'type-check' || run.class === 'build';

/** The first later complaint of a type checker about a file that was changed before the claim and not since. */
function findComplaint(facts: SessionFacts, claim: Claim): { readonly run: Run; readonly edit: EditFact } | undefined {
  const run = firstAfter(facts.runs, claim, showsTypeError);
  if (!run || run.turn > claim.turn + 1) return undefined;
  const output = `${run.head}\n${run.tail}`;
  const later = new Set(listBetween(facts.edits, claim, run).map(({ path }) => path));
  const edit = lastBefore(facts.edits, claim, (one) => TYPED.test(one.path) && !later.has(one.path) && output.includes(nameOf(one)));
  if (!edit || listBetween(facts.runs, edit, claim).some((one) => checksTypes(one) && one.status === 'passed')) return undefined;
  return { run, edit };
}

export const rule: Rule = {
  meta: {
    id: 'types-unseen',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['what does this command prove?', 'types are checked apart'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-beyond-tests', 'claim-disproved', 'green-then-red', 'same-tests-green'],
  },
  *find(facts) {
    const told = new Set<Run>();
    for (const claim of facts.claims.toReversed()) {
      if (!GREEN.has(claim.type) || claim.from !== 'reply' || claim.hedged || claim.disclosed || !isOwn(facts, claim)) continue;
      const found = findComplaint(facts, claim);
      const tests = found && lastBefore(facts.runs, claim, (run) => run.class === 'test' && run.seq > found.edit.seq && run.status === 'passed');
      if (!found || !tests || told.has(found.run)) continue;
      told.add(found.run);
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: [{ place: found.run, quote: found.run.failure?.message ?? found.run.command }],
        evidence: [
          { place: claim, quote: claim.sentence },
          { place: tests, quote: tests.command },
        ],
        confidence: 0.7,
        sources: 2,
        paths: [found.edit.path],
        params: { claim: claim.sentence, command: tests.command },
      };
    }
  },
};
