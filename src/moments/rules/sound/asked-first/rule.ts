import type { EditFact, Place, SessionFacts } from '../../../facts/facts.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Asks what to do next, or whether to take the step it was asked for: no decision is put to the person. */
const EMPTY =
  /\b(?:anything else|what would you like|what(?:['’]s| is) next|how can i help|(?:does|do) (?:this|that|it|the \w+) (?:look|sound|match)|(?:want me to|shall i|should i) (?:commit|push)|test it out|documentation|docs)\b/i;
/** Asks for what is missing without a question mark. */
const REQUESTS = /^please (?:provide|tell|specify|confirm|clarify|name)\b/i;
/** "There is one": what the question took for granted was not so. */
const DENIES = /^there (?:is|are|already)\b|^it(?:['’]s| is) (?:there|already|at)\b/i;
/** Sentences at the end of a message among which its question stands. */
const CLOSING = 6;
const END: Place = { seq: Infinity, line: Infinity };

interface Question {
  readonly from: Place;
  /** Put by a tool: what follows may have to wait for a plan to be agreed. */
  readonly formal: boolean;
  readonly text: string;
  readonly answer: Place & { readonly text: string };
}

/** Questions at the end of a message, and those put by a tool, that the person answered. */
function* listQuestions(facts: SessionFacts): Generator<Question> {
  for (const call of facts.otherCalls)
    if (call.type === 'ask' && call.outcome === 'ok' && call.answer)
      yield { from: call, formal: true, text: call.text, answer: { ...call.answer, text: call.answer.text.replace(TOOL_SAYS, '') } };
  for (const reply of facts.replies) {
    const answer = reply.final ? firstAfter(facts.humanTurns, reply) : undefined;
    const closing = answer ? listSentences(reply.text).slice(-CLOSING) : [];
    const text = closing.at(-1)?.endsWith('?') ? closing.find((sentence) => sentence.endsWith('?')) : closing.find((sentence) => REQUESTS.test(sentence));
    if (answer && text && !isObjection(answer) && !answer.acts.has('question'))
      yield { from: reply, formal: false, text, answer: { ...answer, text: answer.own } };
  }
}

/** Hard to take back, or seen by others: a step to ask about, whatever the answer. */
const GRAVE = /\b(?:delet\w*|remov\w*|clos(?:e|ing)|stash\w*|reset|drop|overwrit\w*|force|kill|rebase|skip)\b/i;
/** The person's answer is another question, or a refusal to choose. */
const EVADES = /\?|\bwants to clarify\b|\bgiven what\b|\bdon['’]t (?:see|understand|know|follow)\b|\bnot sure what\b/i;
/** What the tool tells the agent after the answer. */
const TOOL_SAYS = /"?\. Read the answers carefully\b.*$/s;

/** "2", "option 3, but …": one of several ways that were put to the person. */
const CHOOSES = /^\W*(?:let['’]?s |go with |implement )*(?:options? )?[1-9a-d]\b/i;
const OFFERS = /^(?:do you )?(?:want me to|would you like me to|shall i|should i)\b/i;
const TAKES_UP = /^\W*(?:y|yes|yeah|yup|yep|ok(?:ay)?|sure|please|\d+)\b|\b(?:implement|go ahead|go with|do|option|allow)\b/i;

/** An offer may be passed over for something else. */
function takesUp(question: string, answer: string): boolean {
  const words = new Set(question.toLowerCase().match(/[\w.-]{4,}/g));
  return !OFFERS.test(question) || TAKES_UP.test(answer) || (answer.toLowerCase().match(/[\w.-]{4,}/g) ?? []).some((word) => words.has(word));
}

/** What a later wish changes again says nothing about the question. */
const isKept = ({ fate }: EditFact): boolean => fate.type === 'kept';

export const rule: Rule = {
  meta: {
    id: 'asked-first',
    version: 3,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['a question before a guess'],
    activities: ['E1', 'E2'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const { from, formal, text, answer } of listQuestions(facts)) {
      const asked = lastBefore(facts.humanTurns, from);
      if (!asked || EMPTY.test(text) || !isOwn(facts, from) || (!formal && !CHOOSES.test(answer.text) && listBetween(facts.edits, asked, from).length > 0))
        continue;
      const next = firstAfter(facts.humanTurns, answer) ?? END;
      const edits = listBetween(facts.edits, answer, formal ? END : next);
      const step = GRAVE.test(text) ? listBetween(facts.runs, answer, next).find((run) => run.status === 'passed' && run.resultLine !== null) : undefined;
      const [first] = edits;
      const last = edits.at(-1);
      const isAnswered = answer.text !== '' && !DENIES.test(answer.text) && !EVADES.test(answer.text) && takesUp(text, answer.text);
      const objection = last && firstAfter(facts.humanTurns, last);
      if (!isAnswered || !(step ?? first) || told.has(answer.seq) || (!step && !edits.some(isKept)) || (!formal && objection && isObjection(objection)))
        continue;
      const later = firstAfter(facts.humanTurns, next) ?? END;
      // What was put to choose may have been made up.
      if (listBetween(facts.admissions, from, later).some(({ strength }) => strength === 'explicit')) continue;
      told.add(answer.seq);
      yield {
        decision: { from, shape: 'plan' },
        hindsight: [
          { place: answer, quote: answer.text },
          ...(step ? [citeResult(step, step.command)] : first ? [{ place: first, quote: `${first.shownPath} is changed` }] : []),
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
