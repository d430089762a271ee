import type { Claim, Run, SessionFacts } from '../../../facts/facts.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { isGreen, isRed } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import { isTaken } from '../../../rule/is-taken.ts';
import type { Rule } from '../../../rule/rule.ts';

const PROVES: ReadonlySet<string> = new Set(['test', 'build', 'type-check', 'run']);
const OF_A_FAILURE = /\b(?:fail\w*|error\w*|bugs?|broken?|crash\w*|wrong|root cause|red|throws?|issue|problem|culprit)\b/i;

/** Another cause named before the change: the first was not it. */
const isReplaced = (facts: SessionFacts, claim: Claim, until: Run): boolean =>
  listBetween(facts.claims, claim, until).some((other) => other.type === 'cause' && other.seq !== claim.seq && OF_A_FAILURE.test(other.sentence));

export const rule: Rule = {
  meta: {
    id: 'cause-confirmed',
    version: 3,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['a cause is a prediction'],
    activities: ['E6'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const claim of facts.claims) {
      if (claim.type !== 'cause' || claim.hedged || told.has(claim.seq) || !OF_A_FAILURE.test(claim.sentence) || !isOwn(facts, claim)) continue;
      const red = lastBefore(facts.runs, claim, (run) => PROVES.has(run.class) && run.turn === claim.turn && isRed(run));
      const edit = firstAfter(facts.edits, claim, ({ role }) => role === 'product' || role === 'test');
      const green = edit && firstAfter(facts.runs, edit, (run) => run.class === red?.class && (isGreen(run) || isRed(run)));
      if (!red || !edit || edit.role !== 'product' || edit.turn !== claim.turn || !green || !isGreen(green) || isReplaced(facts, claim, green)) continue;
      const edits = listBetween(facts.edits, claim, green);
      if (edits.some(({ role }) => role === 'test') || green.outcome !== 'ok' || !isTaken(facts, green, edits) || !isUncontested(facts, green, edits)) continue;
      told.add(claim.seq);
      yield {
        decision: { from: claim, shape: 'belief' },
        hindsight: [{ place: edit, quote: `${edit.shownPath} is changed` }, citeResult(green, `${green.command} passes`)],
        evidence: [
          { place: claim, quote: claim.sentence },
          { place: red, quote: red.failure?.message ?? red.command },
        ],
        confidence: 0.75,
        sources: 2,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { cause: claim.sentence },
      };
    }
  },
};
