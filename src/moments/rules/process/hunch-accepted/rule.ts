import type { HumanTurn, Message, SessionFacts } from '../../../facts/facts.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const HUNCH = String.raw`(?:I think|I believe|I['’]d say|probably|presumably|should be|most likely|unlikely|in practice|effectively|usually|normally|typically)`;
const ENOUGH = String.raw`(?:sufficient|enough|fine|safe|acceptable|harmless|okay|negligible|sequential|serial|atomic|not (?:a |an )?(?:real )?(?:problem|issue|concern|risk)|won['’]t (?:matter|happen)|covered (?:all|everything|every))`;
/** A risk or a gap is seen, and let pass on how likely it feels. */
const ACCEPTS = new RegExp(
  [
    String.raw`\b${HUNCH}\b[^.]{0,90}\b${ENOUGH}\b`,
    String.raw`\b${ENOUGH}\b[^.]{0,40}\b(?:in practice|(?:for|in) (?:the common|most) cases?)\b`,
    String.raw`\b(?:works|keep)\b[^.]{0,60}\b(?:for|in) (?:the common|most) cases?\b`,
    String.raw`\b(?:is|are|has|have|was|were|can|will|would)? ?(?:almost (?:certainly|never|always)|hardly ever|rarely) \w+`,
  ].join('|'),
  'i',
);
const PLANS = /\?$|\b(?:let me (?:check|verify|read|look|test)|to be safe|if you|would you)\b/i;
/** A review lists many things that are someone else's; in it a shrug is a remark. */
const MOST_SENTENCES = 60;

function findHunch(message: Message): string | undefined {
  const sentences = listSentences(message.text);
  return sentences.length > MOST_SENTENCES ? undefined : sentences.find((sentence) => ACCEPTS.test(sentence) && !PLANS.test(sentence));
}

/** The person came back to it: a report, a correction, or a question that is no wish. */
const isDoubt = ({ acts, pasted, own }: HumanTurn): boolean =>
  own !== '' && (acts.has('report') || acts.has('correction') || (acts.has('question') && !acts.has('request') && pasted === 'none'));

const wasAskedToReview = (facts: SessionFacts, message: Message): boolean => /\breview\b/i.test(lastBefore(facts.humanTurns, message)?.own ?? '');

export const rule: Rule = {
  meta: {
    id: 'hunch-accepted',
    version: 1,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 3,
    concepts: ['how likely, and how do you know?', 'what happens when it does?'],
    activities: ['E4', 'E12'],
  },
  *find(facts) {
    const judged = new Set<number>();
    // Of several hunches one answer speaks to, the last one said aloud is what it answers.
    for (const message of [...facts.replies.toReversed(), ...facts.reasoning.toReversed()]) {
      const sentence = isOwn(facts, message) ? findHunch(message) : undefined;
      const answer = sentence && firstAfter(facts.humanTurns, message);
      if (!sentence || !answer || judged.has(answer.seq) || !isDoubt(answer) || wasAskedToReview(facts, message)) continue;
      judged.add(answer.seq);
      yield {
        decision: { from: message, shape: 'belief' },
        hindsight: [{ place: answer, quote: answer.own }],
        evidence: [
          { place: message, quote: sentence },
          { place: answer, quote: answer.own },
        ],
        confidence: answer.acts.has('report') || answer.acts.has('correction') ? 0.6 : 0.5,
        sources: 2,
        params: { sentence },
      };
    }
  },
};
