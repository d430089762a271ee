import type { HumanTurn, Message, Place, SessionFacts } from '../../../facts/facts.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** A case the code at hand does not reach. */
const CASE =
  /\b(?:doesn['’]t|does not|isn['’]t|is not|aren['’]t|won['’]t|don['’]t|not) (?:\w+ ){0,2}(?:include|have|handle|cover|pass|set|clear|reset|update|check|exist|match|know|see|reach|get|return|change|call|propagate|refresh)\w*\b|\b(?:for|in) (?:the|that) (?:[\w-]+ ){1,4}(?:case|path|branch)\b|\bedge case\b/i;
/** It is taken to be all right, for a reason that nothing has shown. */
const REASSURES =
  /\bbut (?:that|it|this)(?:['’]s| is| should be) (?:fine|ok|okay|all right|acceptable|safe|correct|harmless)\b.{4,}|\bso (?:that|it|this) (?:still |should |will )?works?\b|\b(?:it|that|this)(?:['’]s| is| should be) (?:fine|ok|okay|safe|harmless)(?: as[- ]is)?,? (?:since|because|as|—|–|-)|\bshould (?:still |just )?(?:work|be (?:fine|ok|okay|enough|safe))\b|\bwill (?:run|fire|trigger|re-?render|be called|happen|update|refresh|be picked up)(?: again)? (?:when|on|once|because|after|anyway|automatically)\b/i;
const NAMES = /`[^`]+`|\b[a-z]+[A-Z]\w+|\w_\w|\w\(\)/;
const OPEN = /\?$|\b(?:if you|let me (?:check|verify|test|read|look|see)|verify|make sure)\b/i;
const LONGEST = 420;
const NEAR = 2;

/** The case and why it is no matter, in one sentence or the next. */
function findArgument(text: string): string | undefined {
  const sentences = listSentences(text);
  const at = sentences.findIndex((sentence, index) => {
    if (sentence.length > LONGEST || !REASSURES.test(sentence) || OPEN.test(sentence)) return false;
    const around = sentences.slice(Math.max(0, index - NEAR + 1), index + 1).join(' ');
    const next = sentences[index + 1];
    return CASE.test(around) && NAMES.test(around) && !(next && OPEN.test(next));
  });
  return sentences[at];
}

/** Looked at or run right after: it was not left at the argument. */
function wasTried(facts: SessionFacts, said: Message): boolean {
  const edit = firstAfter(facts.edits, said);
  const until: Place = edit ?? firstAfter(facts.humanTurns, said) ?? { seq: Infinity, line: 0 };
  return listBetween(facts.runs, said, until).some(({ class: kind }) => kind === 'run' || kind === 'network');
}

const meets = (turn: HumanTurn | undefined): turn is HumanTurn => turn !== undefined && isObjection(turn);

export const rule: Rule = {
  meta: {
    id: 'argued-away',
    version: 1,
    kind: 'edge-case',
    stage: 'nursery',
    worth: 2,
    concepts: ['an argument is not a run', 'which case was not thought of?'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const said of [...facts.replies, ...facts.reasoning]) {
      const sentence = isOwn(facts, said) && !told.has(said.turn) ? findArgument(said.text) : undefined;
      const works = sentence && facts.edits.some((edit) => edit.turn === said.turn && edit.role === 'product');
      if (!sentence || !works || wasTried(facts, said)) continue;
      told.add(said.turn);
      const answer = firstAfter(facts.humanTurns, said);
      const meeting = meets(answer) ? answer : undefined;
      yield {
        decision: { from: said, shape: 'belief' },
        hindsight: meeting ? [{ place: meeting, quote: meeting.own || meeting.text }] : [],
        evidence: [{ place: said, quote: sentence }],
        confidence: meeting ? 0.6 : 0.45,
        sources: meeting ? 2 : 1,
        params: { sentence },
      };
    }
  },
};
