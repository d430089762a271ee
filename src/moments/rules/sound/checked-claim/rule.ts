import type { EditFact, Run } from '../../../facts/facts.ts';
import { isGreen } from '../../../rule/is-check.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { listClaimedWork, type ClaimedWork } from '../../../rule/list-claimed-work.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** What a claim of a clean check is about, by the class that shows it. */
const ABOUT: readonly (readonly [Run['class'], RegExp])[] = [
  ['type-check', /\btype|\btsc\b|\bmypy\b|\bpyright\b/i],
  ['lint', /\blint|\beslint\b|\bbiome\b|\bruff\b|\bclippy\b/i],
  ['build', /\bbuil[dt]|\bcompil/i],
];

const isFullTest = (run: Run): boolean => run.class === 'test' && run.scope === 'all' && isGreen(run);

/** The run that the claim needs: the one it speaks of; of a change that is said to be done, all tests with one for it among them. */
function findProof({ claim, checks, testEdits }: ClaimedWork): Run | undefined {
  const full = checks.findLast(isFullTest);
  if (claim.type === 'tests-pass') return full;
  if (claim.type !== 'clean') return testEdits.length > 0 ? full : undefined;
  const about = ABOUT.filter(([, words]) => words.test(claim.sentence)).map(([kind]) => kind);
  const proofs = about.map((kind) => checks.findLast((run) => run.class === kind && isGreen(run)));
  return about.length > 0 && proofs.every(Boolean) ? proofs[0] : undefined;
}

const isAfter = (edits: readonly EditFact[], run: Run): boolean => edits.every(({ seq }) => seq < run.seq);

export const rule: Rule = {
  meta: {
    id: 'checked-claim',
    version: 2,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['evidence before a claim'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    for (const work of listClaimedWork(facts)) {
      const { claim, words, asked, edits, checks } = work;
      const proof = findProof(work);
      const red = checks.some((run) => run.status === 'failed' && run.seq > (proof?.seq ?? 0));
      const ofTurn = listBetween(facts.edits, asked ?? { seq: -1, line: 0 }, claim).filter(({ role }) => role === 'product' || role === 'test');
      if (!proof || red || !isAfter(ofTurn, proof) || !isUncontested(facts, claim, ofTurn)) continue;
      const answer = firstAfter(facts.humanTurns, claim);
      const commit = firstAfter(facts.commits, claim);
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: [
          ...(answer ? [{ place: answer, quote: answer.own || answer.text }] : []),
          ...(commit ? [{ place: commit, quote: `committed: ${commit.message}` }] : []),
        ],
        evidence: [
          { place: proof, quote: proof.command },
          { place: claim, quote: words },
        ],
        confidence: 0.75,
        sources: 2,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { claim: words, command: proof.command },
      };
    }
  },
};
