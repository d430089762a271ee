import { findSentence, listSentences } from '../../../rule/find-sentence.ts';
import { isCheck } from '../../../rule/is-check.ts';
import { listPublished, type Published } from '../../../rule/list-published.ts';
import { firstAfter } from '../../../rule/order.ts';
import type { SessionFacts } from '../../../facts/facts.ts';
import type { Cited, Rule } from '../../../rule/rule.ts';

const STATES_CAUSE =
  /\broot[ -]cause\b|\b(?:is|was|are|were|been) caused by\b|\bthe (?:bug|problem|issue|failure|corruption|crash|error|leak|hang) (?:is|was|comes|came) (?:from|that|because|due)\b|\b(?:this|which) (?:causes|caused|leads to|led to|corrupts|breaks|triggers)\b|\bculprit\b/i;
const HEDGED =
  /\b(?:likely|probably|perhaps|maybe|might|may|could|seems?|appears?|suspect\w*|hypothes\w*|theory|possibly|unclear|unverified|not (?:yet )?(?:confirmed|proven)|assum\w+|to be confirmed)\b/i;

/** A change that made a check pass is an experiment: the cause was acted upon, and the effect was seen. */
const wasActedUpon = (facts: SessionFacts, at: Published): boolean => {
  const changed = facts.edits.find(({ role, seq }) => role === 'product' && seq < at.seq);
  return changed !== undefined && facts.runs.some((run) => run.seq > changed.seq && run.seq < at.seq && isCheck(run) && run.status === 'passed');
};

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z][\w.-]{5,}/g));
/** How much of the shorter text two versions of one story share. */
const SAME_STORY = 0.3;
function tellsSameStory(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared >= SAME_STORY * Math.min(words.size, others.size);
}

/** Words a guess and the record of it must share; fewer are chance. */
const SHARED_WORDS = 3;
function findGuess(facts: SessionFacts, at: Published, sentence: string): Cited | undefined {
  const words = [...wordsOf(sentence)];
  for (const message of [...facts.replies, ...facts.reasoning].filter(({ seq }) => seq < at.seq).toSorted((a, b) => b.seq - a.seq)) {
    const guess = listSentences(message.text).find(
      (one) => HEDGED.test(one) && words.filter((word) => one.toLowerCase().includes(word)).length >= SHARED_WORDS,
    );
    if (guess) return { place: message, quote: guess };
  }
  return undefined;
}

export const rule: Rule = {
  meta: {
    id: 'guess-on-record',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['a cause is a prediction', 'what others will build on'],
    activities: ['E6', 'E11'],
    supersedes: ['cause-asserted'],
  },
  *find(facts) {
    const told: string[] = [];
    for (const one of listPublished(facts)) {
      const sentence = findSentence(one.text, (each) => STATES_CAUSE.test(each) && !HEDGED.test(each));
      if (!sentence || wasActedUpon(facts, one)) continue;
      if (told.some((earlier) => tellsSameStory(earlier, one.text))) continue;
      told.push(one.text);
      const guess = findGuess(facts, one, sentence);
      const answer = firstAfter(facts.humanTurns, one);
      const doubt = answer && (answer.acts.has('correction') || answer.acts.has('report')) ? answer : undefined;
      yield {
        decision: { from: one, shape: 'belief' },
        hindsight: doubt ? [{ place: doubt, quote: doubt.own }] : [],
        evidence: [{ place: one, quote: sentence }, ...(guess ? [guess] : [])],
        confidence: guess || doubt ? 0.75 : 0.65,
        // What was written, and that nothing had been tried.
        sources: 2,
        params: { cause: sentence, where: one.where },
      };
    }
  },
};
