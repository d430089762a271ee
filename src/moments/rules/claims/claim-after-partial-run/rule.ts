import type { Claim, Run, SessionFacts } from '../../../facts/facts.ts';
import { isAboutAllTests, isFullRun, namesScope } from '../../../rule/claim-evidence.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Says itself that it speaks of a part. */
const PARTIAL = /\b(?:focused|targeted|new|related|relevant|affected|touched|these|those|this|both|unit|regression|my|added|updated)\b/i;
/** What elsewhere runs, what still runs, and what a number or a name already narrows. */
const NARROWED =
  /\b(?:CI|pipeline|workflow|so far|package|module|file|cases?|scenarios?|gates?|checks?)\b|\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten)\b|\btest (?:now )?pass/i;
const NOWHERE = { seq: -1, line: 0 };

const namesFolder = ({ scopeNames }: Run, { sentence }: Claim): boolean =>
  scopeNames.some((name) => {
    const folder = name.replace(/^\.\//, '').replace(/\/(?:\.\.\.)?$/, '');
    return folder.length > 1 && sentence.includes(folder);
  });

/** The last run behind a claim about the tests, where all that ran since the last change was a part of them. */
function findPartial(facts: SessionFacts, claim: Claim): Run | undefined {
  const changed = lastBefore(facts.edits, claim, ({ role }) => role === 'product');
  if (!changed) return undefined;
  const asked = lastBefore(facts.humanTurns, claim) ?? NOWHERE;
  // Work that an earlier turn did and showed to hold is not claimed anew.
  const since = changed.seq > asked.seq ? changed : asked;
  const runs = listBetween(facts.runs, since, claim).filter(({ class: what, passedTests }) => what === 'test' || passedTests !== null);
  const last = runs.at(-1);
  if (!last || last.status === 'failed' || last.scope === 'all' || runs.some(isFullRun)) return undefined;
  if (runs.some((run) => namesScope(run, claim.sentence) || namesFolder(run, claim))) return undefined;
  return last;
}

/** Whoever goes on to run everything before answering claimed only what was seen so far. */
function isMadeGood(facts: SessionFacts, claim: Claim): boolean {
  const answer = firstAfter(facts.humanTurns, claim) ?? { seq: Infinity, line: 0 };
  return listBetween(facts.runs, claim, answer).some((run) => run.class === 'test' && run.scope === 'all' && run.status !== 'refused');
}

export const rule: Rule = {
  meta: {
    id: 'claim-after-partial-run',
    version: 3,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['scope of evidence'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-beyond-tests', 'claim-disproved'],
  },
  *find(facts) {
    const told = new Set<Run>();
    for (const claim of facts.claims) {
      if (
        claim.type !== 'tests-pass' ||
        claim.from !== 'reply' ||
        claim.hedged ||
        claim.disclosed ||
        PARTIAL.test(claim.sentence) ||
        NARROWED.test(claim.sentence)
      )
        continue;
      const last = isOwn(facts, claim) ? findPartial(facts, claim) : undefined;
      if (!last || told.has(last) || isMadeGood(facts, claim)) continue;
      told.add(last);
      const answer = firstAfter(facts.humanTurns, claim);
      const denial = claim.final && answer && isObjection(answer) && answer.acts.has('report') ? answer : undefined;
      const isAboutAll = isAboutAllTests(claim.sentence);
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: denial ? [{ place: denial, quote: denial.own || denial.text }] : [],
        evidence: [
          { place: claim, quote: claim.sentence },
          { place: last, quote: last.command },
        ],
        confidence: (isAboutAll ? 0.65 : 0.45) + (denial ? 0.2 : 0),
        // What was said, and what was run.
        sources: 2,
        params: { claim: claim.sentence, command: last.command },
      };
    }
  },
};
