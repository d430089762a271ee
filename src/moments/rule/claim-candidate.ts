import type { ClaimedWork } from './list-claimed-work.ts';
import type { Candidate, Cited } from './rule.ts';

/** The candidate all rules on final claims report: the claim is the decision, the person's objection the hindsight. */
export function toClaimCandidate({ claim, words, edits, lastEdit, objection }: ClaimedWork, confidence: number, evidence: readonly Cited[] = []): Candidate {
  // Another wish, or a refusal, says nothing about whether the claim held.
  const denial = objection?.acts.has('report') ? objection : undefined;
  return {
    decision: { from: claim, shape: 'claim' },
    hindsight: denial ? [{ place: denial, quote: denial.own || denial.text }] : [],
    evidence: [{ place: claim, quote: words }, { place: lastEdit, quote: `${lastEdit.shownPath} changed` }, ...evidence],
    confidence: denial ? Math.min(0.95, confidence + 0.2) : confidence,
    // What was said, and what the runs show.
    sources: 2,
    paths: [...new Set(edits.map(({ path }) => path))],
    params: { claim: words, file: lastEdit.shownPath },
  };
}
