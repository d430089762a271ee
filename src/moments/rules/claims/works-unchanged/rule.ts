import type { Claim, HumanTurn, Run, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Commands of these classes leave the product as it was. */
const CHANGES_NOTHING: ReadonlySet<string> = new Set(['run', 'test', 'read', 'search', 'build', 'type-check', 'lint', 'network']);
const TRIES: ReadonlySet<string> = new Set(['run', 'test', 'network']);

/** What the person reported in this turn or the one before. */
function findReport(facts: SessionFacts, claim: Claim): HumanTurn | undefined {
  const asked = lastBefore(facts.humanTurns, claim);
  const before = asked && lastBefore(facts.humanTurns, asked);
  return [asked, before].find((turn) => turn?.acts.has('report'));
}

/** Tried, and nothing changed on the way: neither by an edit nor by a command. */
function wasOnlyTried(facts: SessionFacts, claim: Claim): Run | undefined {
  const asked = lastBefore(facts.humanTurns, claim) ?? { seq: -1, line: 0 };
  const runs = listBetween(facts.runs, asked, claim);
  if (listBetween(facts.edits, asked, claim).length > 0 || !runs.every((run) => CHANGES_NOTHING.has(run.class))) return undefined;
  return runs.findLast((run) => TRIES.has(run.class) && run.status === 'passed');
}

export const rule: Rule = {
  meta: {
    id: 'works-unchanged',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['reproduce what was reported', 'what is different here?'],
    activities: ['E4', 'E6'],
    supersedes: ['claim-disproved'],
  },
  *find(facts) {
    for (const claim of facts.claims) {
      const isResult = (claim.type === 'works' || claim.type === 'fixed') && claim.final && claim.from === 'reply';
      if (!isResult || claim.hedged || claim.disclosed || claim.sentence.endsWith(':') || !isOwn(facts, claim)) continue;
      const report = findReport(facts, claim);
      const tried = report && facts.edits.some(({ seq }) => seq < claim.seq) ? wasOnlyTried(facts, claim) : undefined;
      if (!report || !tried) continue;
      const answer = firstAfter(facts.humanTurns, claim);
      const objection = answer && isObjection(answer) ? answer : undefined;
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
        evidence: [
          { place: claim, quote: claim.sentence },
          { place: report, quote: report.own },
          { place: tried, quote: tried.command },
        ],
        confidence: 0.7,
        sources: 2,
        params: { claim: claim.sentence, report: report.own },
      };
    }
  },
};
