import type { Message } from '../../../facts/facts.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const SOMEBODY = String.raw`(?:the |a |an |some |your |my earlier )?(?:linter|formatter|auto-?format\w*|user\/linter|IDE|editor|pre-?commit hook|(?:another|other|parallel) (?:process|session|agent|person|task)|someone(?: else)?|\x60[^\x60]+\x60 command)`;
/** Between the two nothing but how: "has also", "must have". A passive says what happened to it, a preposition begins something else. */
const HOW = String.raw`(?:(?:has|had|have|must|may|might|probably|also|just|then|already|apparently|likely|automatically|auto)[ -]){0,3}`;
/** "the linter removed that import": a change the agent did not make, laid to somebody. */
const BLAMES = new RegExp(
  String.raw`\b${SOMEBODY} ${HOW}(?:added|removed|modified|changed|stripped|reverted|deleted|reformatted|touched|rewrote|cleaned|undid|dropped|must have)\b|\b(?:added|removed|modified|changed|stripped|reverted|deleted|reformatted) by (?:the |a |an |some )?(?:linter|formatter|user(?:\/linter)?|IDE|editor|someone(?: else)?|(?:another|other|previous) \w+)\b`,
  'i',
);
/** Said once more before anything came of it. */
const SOON = 10;
const LOOKS = /\bgit (?:log|blame|diff|show|reflog)\b/;

export const rule: Rule = {
  meta: {
    id: 'blamed-elsewhere',
    version: 1,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 2,
    concepts: ['who changed this?'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    const messages: Message[] = [...facts.replies, ...facts.reasoning].toSorted((a, b) => a.seq - b.seq);
    let last: Message | undefined;
    for (const message of messages) {
      const sentence = isOwn(facts, message) ? findSentence(message.text, (one) => BLAMES.test(one) && !one.trimEnd().endsWith('?')) : undefined;
      // Said again in the next breath, or said after the person said so, it is one guess or none.
      if (!sentence || (last && message.seq - last.seq < SOON)) continue;
      const asked = lastBefore(facts.humanTurns, message);
      if (asked && BLAMES.test(asked.own)) continue;
      last = message;
      const nextEdit = firstAfter(facts.edits, message) ?? { seq: message.seq + 6, line: message.line };
      const looked = listBetween(facts.runs, message, nextEdit).some(({ command }) => LOOKS.test(command));
      const admission = facts.admissions.find(({ seq, strength }) => seq > message.seq && seq - message.seq < 60 && strength === 'explicit');
      yield {
        decision: { from: message, shape: 'belief' },
        hindsight: admission ? [{ place: admission, quote: admission.sentence }] : [],
        evidence: [{ place: message, quote: sentence }],
        confidence: looked ? 0.3 : 0.5,
        sources: admission ? 2 : 1,
        params: { sentence },
      };
    }
  },
};
