import type { Claim, EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { findProofs } from '../../../rule/find-proofs.ts';
import { isCheck, isGreen, isRed } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** "Tests pass the full path": what they hand over, not how they ended. */
const HANDS_OVER =
  /\bpass(?:es|ed|ing)?\s+(?!(?:and|with|now|again|after|on|in|across|locally|cleanly|for|including|both|as|too|here|before|at|too|so|but|since)\b)[a-z]/i;
const NOT_OVER = /\b(?:in progress|so far|continuing|still running|will|until)\b/i;
const REPORTS: ReadonlySet<string> = new Set(['tests-pass', 'clean']);

const isReport = ({ type, sentence }: Claim): boolean => REPORTS.has(type) && !HANDS_OVER.test(sentence) && !NOT_OVER.test(sentence);

/** Checks after it on the same files. */
function listLater(facts: SessionFacts, claim: Claim): Run[] {
  const end = firstAfter(facts.edits, claim, ({ role }) => role === 'product' || role === 'test') ?? { seq: Infinity, line: 0 };
  return listBetween(facts.runs, claim, end).filter((run) => isCheck(run) && (isGreen(run) || isRed(run)));
}

const isKept = ({ fate }: EditFact): boolean => fate.type === 'kept';
/** Changed again after the report in the same stretch of work; what a later wish changes says nothing about it. */
const isReworked = ({ fate }: EditFact, claim: Claim): boolean => fate.type !== 'kept' && fate.sameTurn && fate.by.seq > claim.seq;

export const rule: Rule = {
  meta: {
    id: 'report-matches-run',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 1,
    concepts: ['evidence before a claim'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    const lastByTurn = new Map(
      facts.claims
        .filter((claim) => isReport(claim) && claim.from === 'reply' && !claim.hedged && !claim.disclosed && isOwn(facts, claim))
        .map((claim) => [claim.turn, claim]),
    );
    for (const claim of lastByTurn.values()) {
      const proofs = findProofs(facts, claim);
      const edits = facts.edits.filter(({ turn, role, seq }) => turn === claim.turn && seq < claim.seq && (role === 'product' || role === 'test'));
      const later = listLater(facts, claim);
      const commit = firstAfter(facts.commits, claim);
      const answer = firstAfter(facts.humanTurns, claim);
      if (
        proofs.length === 0 ||
        edits.length === 0 ||
        later.some(isRed) ||
        edits.some((edit) => isReworked(edit, claim)) ||
        !isUncontested(facts, claim, edits.filter(isKept))
      )
        continue;
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: [
          ...(later[0] ? [{ place: later[0], quote: `${later[0].command} passes` }] : []),
          ...(answer ? [{ place: answer, quote: answer.own || answer.text }] : []),
          ...(commit ? [{ place: commit, quote: `committed: ${commit.message}` }] : []),
        ],
        evidence: [...proofs.map((run) => ({ place: run, quote: run.command })), { place: claim, quote: claim.sentence }],
        confidence: 0.6,
        sources: 2,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { claim: claim.sentence, command: proofs.map(({ command }) => command).join(', ') },
      };
    }
  },
};
