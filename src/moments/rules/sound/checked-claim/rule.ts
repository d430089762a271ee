import type { Claim, ClaimType, EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { isAboutAllTests, isFullRun, isTry, namesScope } from '../../../rule/claim-evidence.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { toFileStem } from '../../../rule/file-stem.ts';
import { isCheck, isGreen, isRed } from '../../../rule/is-check.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const RESULTS: ReadonlySet<ClaimType> = new Set(['tests-pass', 'fixed', 'works', 'complete', 'clean']);
const COUNTS: ReadonlySet<string> = new Set(['product', 'test']);
/** Their tests run whatever the types say. */
const TYPED_APART = /\.(?:tsx?|mts|cts)$/;
const CHECKS_TYPES: ReadonlySet<string> = new Set(['type-check', 'build']);
const LEAST_NEW_TEST_LINES = 3;

const addsTests = ({ role, addedCount, removedCount }: EditFact): boolean => role === 'test' && addedCount - removedCount >= LEAST_NEW_TEST_LINES;

interface Work {
  readonly claim: Claim;
  /** Product and test code changed in the turn before the claim. */
  readonly edits: readonly EditFact[];
  /** What ran on the code as it was when the claim was made. */
  readonly runs: readonly Run[];
}

function toWork(facts: SessionFacts, claim: Claim): Work | undefined {
  const asked = lastBefore(facts.humanTurns, claim) ?? { seq: -1, line: 0 };
  const edits = listBetween(facts.edits, asked, claim).filter(({ role }) => COUNTS.has(role));
  const last = edits.at(-1);
  return last && edits.some(({ role }) => role === 'product') ? { claim, edits, runs: listBetween(facts.runs, last, claim) } : undefined;
}

const isAboutFile = ({ scopeNames }: Run, { path }: EditFact): boolean => scopeNames.some((name) => name.includes(toFileStem(path)));

/** A claim about everything needs a run of everything; of one about less, the tests of what was changed say enough. */
function covers(run: Run, { claim, edits }: Work): boolean {
  if (isFullRun(run) || namesScope(run, claim.sentence)) return true;
  return (
    isGreen(run) &&
    !isAboutAllTests(claim.sentence) &&
    edits.every((edit) => edit.role === 'product' || isAboutFile(run, edit)) &&
    edits.some((edit) => isAboutFile(run, edit))
  );
}

/** Seen to pass, over what the claim is about, and no check red beside it. */
function findProof(work: Work): Run | undefined {
  if (work.runs.some((run) => isCheck(run) && isRed(run))) return undefined;
  return work.runs.findLast((run) => run.class === 'test' && run.status === 'passed' && covers(run, work));
}

/** A runner that never started has told nothing of the code. */
const failsTests = ({ failedTests, failure }: Run): boolean =>
  (failedTests ?? 0) > 0 || (failure?.tests.length ?? 0) > 0 || /\bFAIL\b/.test(failure?.message ?? '');

/** Failed in its tests, and it was the product that was then changed. */
const wasPutRight = (facts: SessionFacts, { claim, edits }: Work): boolean => {
  const red = lastBefore(facts.runs, claim, (run) => run.turn === claim.turn && run.class === 'test' && isRed(run) && failsTests(run));
  return red !== undefined && edits.some(({ seq, role }) => seq > red.seq && role === 'product');
};

/** A script typed in for the occasion is not the thing itself. */
const TYPED_IN = /\s-[ce]\s|<</;

/** Something of what ran would have been another if the change were wrong: its own test, one that was red before, the thing itself. */
const reachesChange = (facts: SessionFacts, work: Work): boolean =>
  work.edits.some(addsTests) || wasPutRight(facts, work) || work.runs.some((run) => isTry(run) && run.status === 'passed' && !TYPED_IN.test(run.command));

/** The person misses a test: the proof was none to them. */
const ASKS_FOR_TESTS = /\btests?\b/i;

/** That tests pass says nothing of types; that it works, or is done, does. */
const coversTypes = ({ claim, edits, runs }: Work): boolean =>
  claim.type === 'tests-pass' ||
  !edits.some(({ path }) => TYPED_APART.test(path)) ||
  runs.some((run) => CHECKS_TYPES.has(run.class) && run.status === 'passed');

/** Speaks of something under way. */
const UNDER_WAY = /\b(?:almost|so far|nearly|running|in progress)\b/i;

/** What a later wish changes again says nothing against it. */
function toJudged(facts: SessionFacts, edit: EditFact): EditFact {
  const wish = edit.fate.type === 'rewritten' && !edit.fate.sameTurn ? lastBefore(facts.humanTurns, edit.fate.by) : undefined;
  return wish && !isObjection(wish) ? { ...edit, fate: { type: 'kept' } } : edit;
}

const isPlain = ({ type, sentence, from, hedged, disclosed }: Claim): boolean =>
  RESULTS.has(type) && !UNDER_WAY.test(sentence) && from === 'reply' && !hedged && !disclosed;

export const rule: Rule = {
  meta: {
    id: 'checked-claim',
    version: 4,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['evidence before a claim', 'scope of evidence'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const claim of facts.claims.toReversed()) {
      const work = isPlain(claim) && !told.has(claim.turn) && isOwn(facts, claim) ? toWork(facts, claim) : undefined;
      const proof = work && findProof(work);
      if (
        !work ||
        !proof ||
        !coversTypes(work) ||
        !reachesChange(facts, work) ||
        !isUncontested(
          facts,
          claim,
          work.edits.map((edit) => toJudged(facts, edit)),
        )
      )
        continue;
      const answer = firstAfter(facts.humanTurns, claim);
      if (answer && ASKS_FOR_TESTS.test(answer.own)) continue;
      told.add(claim.turn);
      const commit = firstAfter(facts.commits, claim);
      const later = firstAfter(facts.runs, claim, (run) => isCheck(run) && isGreen(run));
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: [
          ...(answer ? [{ place: answer, quote: answer.own || answer.text }] : []),
          ...(commit ? [citeResult(commit.run, `committed: ${commit.message}`)] : []),
          ...(!answer && !commit && later ? [citeResult(later, `${later.command} passes`)] : []),
        ],
        evidence: [{ place: claim, quote: claim.sentence }, citeResult(proof, proof.command)],
        confidence: 0.75,
        sources: 2,
        paths: [...new Set(work.edits.map(({ path }) => path))],
        params: { claim: claim.sentence, command: proof.command },
      };
    }
  },
};
