import type { HumanTurn, Message, SessionFacts } from '../../../facts/facts.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** A case that the code just written does not reach. */
const GAP =
  /\bthere(?:'s| is) (?:still |also )?an? (?:\w+ ){0,2}(?:problem|gap|limitation|catch|flaw|hole|downside|edge case|race)\b|\b(?:it|this|search|check|query|code|function|fix|filter|approach|version|implementation) (?:\w+ )?only (?:looks|searches|checks|handles|covers|works|considers|finds|matches|applies|supports)\b|\b(?:doesn't|won't|does not|will not|wouldn't) (?:\w+ )?(?:handle|cover|catch|find|detect|account|support|consider)\b|\b(?:would|could|might|may) (?:still )?(?:miss|lose|overwrite|break|leak|race|collide|be (?:lost|wrong|stale|missed|overwritten))\b/i;
/** It is left as it is. */
const LEFT =
  /\bfor now\b|\bkeep (?:the|it|this|things)\b[^.]{0,40}\b(?:simple|as[- ]is|current)|\bcommon case|\bgood enough\b|\bout of scope\b|\bleave (?:it|that|this|things)\b|\b(?:is|that's|it's|should be|probably|be) (?:\w+ )?(?:fine|acceptable|okay|ok|rare|unlikely)\b|\b(?:not|don't) (?:going to |need to )?(?:worry|bother)\b|\bsimplicity\b/i;
/** The report names a limit, this one or another. */
const TELLS =
  /\blimit(?:s|ed|ation|ations)\b|\bonly (?:looks|searches|checks|handles|covers|works|finds)|\bcaveat|\bnot (?:yet |currently )?(?:handled|covered|supported)|\b(?:doesn't|does not|won't) (?:\w+ )?(?:handle|cover|find|detect|support)|\bgap\b|\btrade-?off|\bknown issue/i;
/** From the gap to the decision to leave it, in sentences. */
const NEAR = 12;

function findLeftGap(text: string): string | undefined {
  const sentences = listSentences(text);
  const at = sentences.findIndex((sentence, index) => GAP.test(sentence) && sentences.slice(index, index + NEAR).some((next) => LEFT.test(next)));
  return sentences[at];
}

/** It was about code written for the same request, and nothing said to the person afterwards speaks of it. */
function isUntold(facts: SessionFacts, thought: Message): boolean {
  const said = facts.replies.filter((reply) => reply.turn === thought.turn && reply.seq > thought.seq && isOwn(facts, reply));
  const written = facts.edits.some((edit) => edit.turn === thought.turn && edit.seq < thought.seq && edit.role === 'product');
  return written && said.length > 0 && !said.some(({ text }) => TELLS.test(text));
}

const meets = (turn: HumanTurn | undefined): turn is HumanTurn => turn !== undefined && (isObjection(turn) || turn.acts.has('question'));

export const rule: Rule = {
  meta: {
    id: 'gap-untold',
    version: 1,
    kind: 'edge-case',
    stage: 'nursery',
    worth: 3,
    concepts: ['a known limit is part of the report', 'which case was not thought of?'],
    activities: ['E4', 'E5', 'E12'],
    supersedes: ['hunch-accepted'],
  },
  *find(facts) {
    for (const thought of facts.reasoning) {
      const sentence = isOwn(facts, thought) ? findLeftGap(thought.text) : undefined;
      if (sentence === undefined || !isUntold(facts, thought)) continue;
      const next = firstAfter(facts.humanTurns, thought);
      yield {
        decision: { from: thought, shape: 'belief' },
        hindsight: meets(next) ? [{ place: next, quote: next.own || next.text }] : [],
        evidence: [{ place: thought, quote: sentence }],
        confidence: meets(next) ? 0.65 : 0.45,
        sources: meets(next) ? 2 : 1,
        params: { sentence },
      };
    }
  },
};
