import { isCheck } from '../../../rule/is-check.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** The usual words for "this failure is not mine". */
const DISMISSAL =
  /\b(?:pre-?existing|unrelated|not (?:related|caused|due|introduced|from|part)\b[^.\n]{0,20}\b(?:my|our|this|these|the) (?:change|edit|work|fix|task|refactor)|(?:safe(?:ly)? to|can be|can safely be|let'?s|we can|I'?ll) ignore|just (?:a )?(?:warning|noise|flak\w+)|flaky|known issue|already (?:failing|broken|fixed|there before)|false (?:positive|alarm))\b/i;
/** A look at the code before the change is what would settle it. */
const COMPARES = /\bgit (?:stash|worktree|checkout|switch|blame|log)\b/;

export const rule: Rule = {
  meta: {
    id: 'failure-dismissed',
    version: 1,
    kind: 'failure-ignored',
    stage: 'nursery',
    worth: 3,
    concepts: ['a failure is information'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    const messages = [...facts.replies, ...facts.reasoning].toSorted((a, b) => a.seq - b.seq);
    for (const run of facts.runs) {
      if (run.status !== 'failed' || !isOwn(facts, run) || (!isCheck(run) && run.failure === null)) continue;
      const next = firstAfter(facts.runs, run);
      const message = firstAfter(messages, run, ({ seq }) => next === undefined || seq < next.seq);
      const sentence = message && findSentence(message.text, (one) => DISMISSAL.test(one));
      if (!message || !sentence) continue;
      const answer = firstAfter(facts.humanTurns, message) ?? { seq: Infinity, line: 0 };
      if (listBetween(facts.runs, message, answer).some(({ command }) => COMPARES.test(command))) continue;
      const again = firstAfter(
        facts.runs,
        message,
        (one) => one.status === 'failed' && one.failure !== null && one.failure.signature === run.failure?.signature,
      );
      yield {
        decision: { from: message, shape: 'belief' },
        hindsight: again ? [{ place: again, quote: again.failure?.message ?? again.command }] : [],
        evidence: [
          { place: message, quote: sentence },
          { place: run, quote: run.failure?.message ?? run.command },
        ],
        confidence: 0.5,
        sources: 2,
        params: { failure: run.failure?.message ?? run.command, sentence },
      };
    }
  },
};
