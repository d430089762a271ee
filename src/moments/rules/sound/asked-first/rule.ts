import type { EditFact, Place, SessionFacts } from '../../../facts/facts.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUndisputed } from '../../../rule/is-uncontested.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Asks what to do next, or whether to take the step it was asked for: no decision is put to the person. */
const EMPTY =
  /\b(?:anything else|what would you like|what(?:['’]s| is) next|how can i help|(?:does|do) (?:this|that|it) (?:look|sound|match)|(?:want me to|shall i|should i) (?:commit|push))\b/i;
/** Asks for what is missing without a question mark. */
const REQUESTS = /^please (?:provide|tell|specify|confirm|clarify|name)\b/i;
/** "There is one": what the question took for granted was not so. */
const DENIES = /^there (?:is|are|already)\b|^it(?:['’]s| is) (?:there|already|at)\b/i;
/** Sentences at the end of a message among which its question stands. */
const CLOSING = 6;
const END: Place = { seq: Infinity, line: Infinity };

interface Question {
  readonly from: Place;
  readonly text: string;
  readonly answer: Place & { readonly text: string };
}

/** Questions at the end of a message, and those put by a tool, that the person answered. */
function* listQuestions(facts: SessionFacts): Generator<Question> {
  for (const call of facts.otherCalls)
    if (call.type === 'ask' && call.outcome === 'ok' && call.answer) yield { from: call, text: call.text, answer: call.answer };
  for (const reply of facts.replies) {
    const answer = reply.final ? firstAfter(facts.humanTurns, reply) : undefined;
    const closing = answer ? listSentences(reply.text).slice(-CLOSING) : [];
    const text = closing.at(-1)?.endsWith('?') ? closing.find((sentence) => sentence.endsWith('?')) : closing.find((sentence) => REQUESTS.test(sentence));
    if (answer && text && !isObjection(answer) && !answer.acts.has('question')) yield { from: reply, text, answer: { ...answer, text: answer.own } };
  }
}

/** What a later wish changes again says nothing about the question. */
const isKept = ({ fate }: EditFact): boolean => fate.type === 'kept';

export const rule: Rule = {
  meta: {
    id: 'asked-first',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['a question before a guess'],
    activities: ['E1', 'E2'],
  },
  *find(facts) {
    for (const { from, text, answer } of listQuestions(facts)) {
      const asked = lastBefore(facts.humanTurns, from);
      if (!asked || EMPTY.test(text) || !isOwn(facts, from) || listBetween(facts.edits, asked, from).length > 0) continue;
      const edits = listBetween(facts.edits, answer, firstAfter(facts.humanTurns, answer) ?? END);
      const [first] = edits;
      const last = edits.at(-1);
      if (!first || !last || answer.text === '' || DENIES.test(answer.text) || !edits.some(isKept) || !isUndisputed(facts, last, edits.filter(isKept)))
        continue;
      yield {
        decision: { from, shape: 'plan' },
        hindsight: [
          { place: answer, quote: answer.text },
          { place: first, quote: `${first.shownPath} is changed` },
        ],
        evidence: [{ place: from, quote: text }],
        confidence: 0.65,
        sources: 2,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { question: text },
      };
    }
  },
};
