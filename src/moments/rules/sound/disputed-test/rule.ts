import type { HumanTurn, Message, Run, SessionFacts } from '../../../facts/facts.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isRed } from '../../../rule/is-check.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const EXPECTATION = String.raw`(?:tests?|spec|expectations?|expected (?:values?|outputs?|results?|numbers?)|assertions?|fixtures?|snapshots?)`;
const WRONG = '(?:wrong|incorrect|mistaken|outdated|stale|out of date|obsolete|invalid)';
/** "the test is wrong", "the expected value is outdated". */
const DISPUTES = new RegExp(
  String.raw`\b${EXPECTATION}\b[^.?!\n]{0,40}\b(?:is|are|was|were|looks?|seems?)(?: \w+)? ${WRONG}\b|\b${WRONG} ${EXPECTATION}\b`,
  'i',
);
const ASKS = /\?$|\b(?:whether|if) (?:the|this|that|it)\b/i;
const AGREES = new RegExp(
  String.raw`\byou(?:['’]re| are| were) (?:\w+ )?(?:right|correct)\b|\b${EXPECTATION}\b[^.?!\n]{0,40}\b(?:is|was|were) ${WRONG}\b`,
  'i',
);

/** The first message in which the agent doubts the failing test itself, having looked at it, before it changes anything for it. */
function findDispute(facts: SessionFacts, red: Run): { message: Message; sentence: string; looked: Run } | undefined {
  const edit = firstAfter(facts.edits, red, ({ role }) => role === 'product' || role === 'test') ?? { seq: Infinity, line: 0 };
  for (const message of listBetween(facts.replies, red, edit)) {
    const sentence = isOwn(facts, message) ? findSentence(message.text, (one) => DISPUTES.test(one) && !ASKS.test(one)) : undefined;
    const looked = sentence ? lastBefore(facts.runs, message, (run) => run.seq > red.seq) : undefined;
    if (sentence && looked) return { message, sentence, looked };
  }
  return undefined;
}

const agrees = (answer: HumanTurn): boolean => !isObjection(answer) && (AGREES.test(answer.own) || answer.acts.has('approval'));

export const rule: Rule = {
  meta: {
    id: 'disputed-test',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 3,
    concepts: ['who is right, the code or the test?', 'evidence before a claim'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const red of facts.runs) {
      if (red.class !== 'test' || !isRed(red) || !isOwn(facts, red)) continue;
      const dispute = findDispute(facts, red);
      const answer = dispute && firstAfter(facts.humanTurns, dispute.message);
      if (!dispute || !answer || told.has(dispute.message.seq) || !agrees(answer)) continue;
      const test = firstAfter(facts.edits, answer, ({ role }) => role === 'test' || role === 'product');
      const green = test && firstAfter(facts.runs, test, (run) => run.class === 'test' && run.status === 'passed');
      // The code stays as it was: only the expectation moves.
      if (test?.role !== 'test' || !green || listBetween(facts.edits, red, green).some(({ role }) => role === 'product')) continue;
      told.add(dispute.message.seq);
      yield {
        decision: { from: dispute.message, shape: 'belief' },
        hindsight: [{ place: answer, quote: answer.own }, { place: test, quote: `${test.shownPath} is changed` }, citeResult(green, `${green.command} passes`)],
        evidence: [
          { place: red, quote: red.failure?.message ?? red.command },
          { place: dispute.looked, quote: dispute.looked.command },
          { place: dispute.message, quote: dispute.sentence },
        ],
        confidence: 0.85,
        sources: 2,
        paths: [test.path],
        params: { sentence: dispute.sentence },
      };
    }
  },
};
