import type { Claim, HumanTurn, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Something does not do what it should, in the person's words. */
const TROUBLE = /\b(?:not|n['’]t|still|never|no longer|getting|fails?|failed|errors?|wrong|missing|broken|instead of)\b/i;
const BEGINNING = 300;
const LONGEST_CLAIM = 140;
/** A tree or an index put right by a command is a change too. */
const REPAIRS = /\bgit (?:-C \S+ )?(?:read-tree|reset|checkout|switch|restore|rebase|merge|cherry-pick|stash|pull|revert|apply|gc)\b/;

const reportsTrouble = ({ acts, own, pasted }: HumanTurn): boolean =>
  pasted !== 'all' &&
  !acts.has('approval') &&
  !acts.has('correction') &&
  (acts.has('report') || (!acts.has('question') && TROUBLE.test(own.slice(0, BEGINNING))));

const saysItWorks = ({ type, from, hedged, sentence }: Claim): boolean =>
  (type === 'works' || type === 'fixed') && from === 'reply' && !hedged && sentence.length <= LONGEST_CLAIM;

/** The claim that it works, where no file was changed between the report and it. */
function findClaim(facts: SessionFacts, turn: HumanTurn): Claim | undefined {
  const end = firstAfter(facts.humanTurns, turn) ?? { seq: Infinity, line: 0 };
  if (listBetween(facts.edits, turn, end).length > 0 || listBetween(facts.runs, turn, end).some(({ command }) => REPAIRS.test(command))) return undefined;
  return listBetween(facts.claims, turn, end).find((claim) => saysItWorks(claim) && isOwn(facts, claim));
}

export const rule: Rule = {
  meta: {
    id: 'gone-without-change',
    version: 1,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 3,
    concepts: ['what went away by itself comes back', 'repeat the reported case'],
    activities: ['E5', 'E6'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (!isOwn(facts, turn) || !reportsTrouble(turn) || !lastBefore(facts.edits, turn)) continue;
      const claim = findClaim(facts, turn);
      if (!claim) continue;
      const answer = firstAfter(facts.humanTurns, claim);
      const denial = answer?.acts.has('report') || answer?.acts.has('correction') ? answer : undefined;
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: denial ? [{ place: denial, quote: denial.own }] : [],
        evidence: [
          { place: claim, quote: claim.sentence },
          { place: turn, quote: turn.own },
        ],
        confidence: denial ? 0.7 : 0.5,
        sources: 2,
        params: { claim: claim.sentence },
      };
    }
  },
};
