import { citeResult } from '../../../rule/cite-result.ts';
import { isCheck, isSettled } from '../../../rule/is-check.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUndisputed } from '../../../rule/is-uncontested.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const MASKING = String.raw`(?:skip|disabl|weaken|loosen|delet|remov|suppress|silenc|ignor|mask|hid|retry|mock|stub|comment|relax|bypass|work(?:ing)? around|paper)\w*`;
const GUARD = String.raw`(?:tests?|assert\w*|checks?|lint\w*|errors?|failures?|warnings?|hooks?|rules?|timeouts?|symptoms?|over)`;
const INSTEAD = '(?:rather than|instead of|without)';
const FIRST_PERSON = String.raw`(?:I(?:['’]d| would) (?:much |really )?(?:rather|prefer) not(?: to)?|I (?:won['’]?t|will not|don['’]?t want to|do not want to|shouldn['’]?t|should not|am not going to)|I['’]m not going to|(?:we|let['’]s) (?:shouldn['’]?t|should not|not))`;
/** "rather than skip the test", "I won't disable the check", "I'd rather not skip it": a bare "it" only where somebody refuses in so many words. */
const REFUSES = new RegExp(
  String.raw`\b(?:${INSTEAD}|${FIRST_PERSON})\s+(?:just |simply |merely )?${MASKING}\s+(?:\w+\s+){0,3}${GUARD}\b|\b${FIRST_PERSON}\s+(?:just |simply |merely )?${MASKING}\s+(?:it|that|this|them)\b`,
  'i',
);

export const rule: Rule = {
  meta: {
    id: 'refused-to-mask',
    version: 2,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 3,
    concepts: ['repair the cause'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    const messages = [...facts.replies, ...facts.reasoning].toSorted((a, b) => a.seq - b.seq);
    for (const message of messages) {
      const sentence = isOwn(facts, message) ? findSentence(message.text, (one) => REFUSES.test(one)) : undefined;
      const red = sentence ? lastBefore(facts.runs, message, (run) => isCheck(run) && isSettled(run)) : undefined;
      if (!sentence || red?.status !== 'failed') continue;
      const edit = firstAfter(facts.edits, message);
      const green = edit && firstAfter(facts.runs, edit, (run) => run.class === red.class && run.status === 'passed' && !run.masked);
      if (!edit || edit.role !== 'product' || !green || listBetween(facts.edits, message, green).some(({ role }) => role === 'test')) continue;
      if (!isUndisputed(facts, green, [edit])) continue;
      yield {
        decision: { from: message, shape: 'belief' },
        hindsight: [{ place: edit, quote: `${edit.shownPath} is changed` }, citeResult(green, `${green.command} passes`)],
        evidence: [
          { place: red, quote: red.failure?.message ?? red.command },
          { place: message, quote: sentence },
        ],
        confidence: 0.75,
        sources: 2,
        paths: [edit.path],
        params: { sentence },
      };
    }
  },
};
