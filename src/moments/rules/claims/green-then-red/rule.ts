import type { Claim, ClaimType, Run, SessionFacts } from '../../../facts/facts.ts';
import { isCheck, isRed } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const SUCCESS: ReadonlySet<ClaimType> = new Set(['tests-pass', 'fixed', 'works', 'complete', 'clean']);
const ABOUT_CHECKS: ReadonlySet<ClaimType> = new Set(['tests-pass', 'clean']);
/** A commit or a push that fails for git's own reasons, and not because a hook found something. */
const GITS_OWN =
  /nothing (?:added )?to commit|no changes added|non-fast-forward|\[rejected\]|fetch first|conflict|index\.lock|gpg|authentication|permission denied|could not (?:read|resolve)|pathspec|not a git repository|does not match any|has no upstream/i;
const HOOK_FOUND = /\berror\b|\bfail(?:ed|ures?|ing)?\b|✗|✖|\bproblems?\b|\bwarnings?\b/i;

const isGuarded = ({ commands }: Run): boolean => commands.some(({ words }) => words[0] === 'git' && (words.includes('commit') || words.includes('push')));

const isHookRed = (run: Run): boolean => {
  const output = `${run.head}\n${run.tail}`;
  return run.status === 'failed' && isGuarded(run) && !GITS_OWN.test(output) && HOOK_FOUND.test(output);
};

/** Whatever a hook finds in files of someone else, the claim was not about. */
function isAt({ edits }: SessionFacts, { failure }: Run): boolean {
  return (failure?.locations ?? []).some((place) => edits.some(({ path }) => path.endsWith(place.path.replace(/^\.\//, '')) || place.path.endsWith(path)));
}
const isElsewhere = (facts: SessionFacts, run: Run): boolean => (run.failure?.locations.length ?? 0) > 0 && !isAt(facts, run);

/** A check that fails on the very files the claim was made about. */
function findRed(facts: SessionFacts, claim: Claim): Run | undefined {
  const edit = firstAfter(facts.edits, claim, ({ role }) => role === 'product' || role === 'test' || role === 'config');
  const later = listBetween(facts.runs, claim, edit ?? { seq: Infinity, line: 0 });
  const answer = firstAfter(facts.humanTurns, claim)?.seq ?? Infinity;
  return later.find((run) => {
    if (!isOwn(facts, run) || isElsewhere(facts, run)) return false;
    if (isHookRed(run)) return ABOUT_CHECKS.has(claim.type) || (claim.final && isAt(facts, run));
    // Before it answers, the agent may run one check after the other and speak of each.
    return claim.final && run.seq > answer && isCheck(run) && run.class !== 'lint' && isRed(run);
  });
}

export const rule: Rule = {
  meta: {
    id: 'green-then-red',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['what does this command prove?', 'scope of evidence'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-after-partial-run', 'claim-beyond-tests', 'claim-disproved', 'claim-without-run'],
  },
  *find(facts) {
    const told = new Set<Run>();
    for (const claim of facts.claims.toReversed()) {
      if (!SUCCESS.has(claim.type) || claim.from !== 'reply' || claim.hedged || claim.disclosed || !isOwn(facts, claim)) continue;
      const red = findRed(facts, claim);
      if (!red || told.has(red) || !facts.edits.some(({ seq, role }) => seq < claim.seq && role !== 'docs')) continue;
      told.add(red);
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: [{ place: red, quote: red.failure?.message ?? red.command }],
        evidence: [{ place: claim, quote: claim.sentence }],
        confidence: 0.7,
        sources: 2,
        params: { claim: claim.sentence, command: red.command },
      };
    }
  },
};
