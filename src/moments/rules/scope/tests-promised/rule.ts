import type { EditFact, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { listClaimedWork, type ClaimedWork } from '../../../rule/list-claimed-work.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Cited, Rule } from '../../../rule/rule.ts';

const WRITE_TESTS = /\b(?:add|write|update|create|extend|include)\b[^.]{0,40}\b(?:tests?|specs?|test cases?|test coverage)\b/i;
const NOT_TO_WRITE = /\b(?:run|running|rerun|execute|don['’]?t|do not|no|without|skip|existing tests pass)\b/i;
/** Fewer new lines only keep a test compiling. */
const LEAST_LINES = 3;

const findPromise = (text: string): string | undefined => text.split('\n').find((line) => WRITE_TESTS.test(line) && !NOT_TO_WRITE.test(line));

/** In the request, in the list of things to do, or in the plan that the person approved. */
function findAsked(facts: SessionFacts, { claim, asked }: ClaimedWork): Cited | undefined {
  const from = asked ?? { seq: -1, line: 0 };
  const before = lastBefore(facts.humanTurns, from) ?? { seq: -1, line: 0 };
  const sources = [
    ...(asked ? [{ place: asked, text: asked.text }] : []),
    ...listBetween(facts.otherCalls, from, claim).flatMap((call) => (call.type === 'track' ? [{ place: call, text: call.text }] : [])),
    ...listBetween(facts.plans, before, claim).flatMap((plan) => (plan.answer === 'approved' ? [{ place: plan, text: plan.text }] : [])),
  ];
  for (const { place, text } of sources) {
    const quote = findPromise(text);
    if (quote) return { place, quote: quote.trim() };
  }
  return undefined;
}

const addsTests = ({ role, added, removed }: EditFact): boolean => role === 'test' && added.length - removed.length >= LEAST_LINES;

export const rule: Rule = {
  meta: {
    id: 'tests-promised',
    version: 1,
    kind: 'scope',
    stage: 'nursery',
    worth: 2,
    concepts: ['the ask, line by line', 'done means every line of it'],
    activities: ['E1', 'E5'],
  },
  *find(facts) {
    for (const work of listClaimedWork(facts)) {
      if (!work.types.has('complete') || !isOwn(facts, work.claim)) continue;
      // Written in the turn before, or kept for the next one by an open list, they are not missing.
      const wereWritten = facts.edits.some((edit) => edit.seq < work.claim.seq && edit.turn >= work.claim.turn - 1 && addsTests(edit));
      const promise = wereWritten ? undefined : findAsked(facts, work);
      if (!promise) continue;
      const answer = firstAfter(facts.humanTurns, work.claim);
      const missed = answer && /\btests?\b/i.test(answer.own) ? answer : undefined;
      yield {
        decision: { from: work.claim, shape: 'claim' },
        hindsight: missed ? [{ place: missed, quote: missed.own }] : [],
        evidence: [{ place: work.claim, quote: work.words }, promise],
        confidence: missed ? 0.8 : 0.65,
        sources: 2,
        paths: [...new Set(work.edits.map(({ path }) => path))],
        params: { claim: work.words, promise: promise.quote },
      };
    }
  },
};
