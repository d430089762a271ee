import type { Message, Place, SessionFacts } from '../../../facts/facts.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Says that something is not of this task: someone else's, older, elsewhere. */
const NOT_OURS =
  /\b(?:pre-?existing|unrelated)\b|(?:\bnot|n['’]t) (?:related|caused|introduced|touched|modif\w+|chang\w+|mine|ours|part of)\b|\bfrom (?:another|an earlier|a previous|someone)\b|\balready (?:failing|broken)\b/i;
/** And sets out to change it all the same. */
const FIXES =
  /\b(?:let me|I['’]ll|I will|I['’]m going to|going to|going ahead|I['’]ve|I have|we can|so I)\b[^.]{0,60}\b(?:fix\w*|clean\w*|correct\w*|update\w*|resolv\w*|repair\w*|address\w*|reformat\w*)\b/i;
const KEPT_OUT =
  /\b(?:won['’]t|will not|not (?:fix|touch|change)|leav\w+|left|skip\w*|ignore|only (?:stage|commit|fix|format)|instead of|rather than|would you|should I|separate)\b|\?$/i;
/** Sentences between the two. */
const NEAR = 2;

function findIntent(message: Message): string | undefined {
  const sentences = listSentences(message.text);
  return sentences.find((sentence, at) => {
    const around = sentences.slice(at, at + NEAR + 1);
    return NOT_OURS.test(sentence) && around.some((one) => FIXES.test(one)) && !around.some((one) => KEPT_OUT.test(one));
  });
}

/** Rewrites files: of all the project, or the next edit after the words. */
const AUTO_FIX = /(?:--fix|--write|\blint:fix|\bformat|\bfmt|-w \.)\b/;

function findFix(facts: SessionFacts, message: Message): (Place & { readonly quote: string }) | undefined {
  const end = firstAfter(facts.humanTurns, message) ?? { seq: Infinity, line: 0 };
  const until = firstAfter(facts.replies, message);
  const edge = until && until.seq < end.seq ? until : end;
  const run = listBetween(facts.runs, message, edge).find(({ command, status }) => AUTO_FIX.test(command) && status !== 'refused');
  if (run) return { ...run, quote: run.command };
  const edit = listBetween(facts.edits, message, edge)[0];
  const known = edit && facts.edits.some(({ path, seq }) => path === edit.path && seq < message.seq);
  return edit && !known ? { ...edit, quote: `${edit.shownPath} changed` } : undefined;
}

export const rule: Rule = {
  meta: {
    id: 'unrelated-fixed',
    version: 1,
    kind: 'scope',
    stage: 'nursery',
    worth: 2,
    concepts: ['whose work is this?', 'one change, one thing'],
    activities: ['E1', 'E5'],
    supersedes: ['failure-dismissed', 'error-waved-off'],
  },
  *find(facts) {
    for (const message of facts.replies) {
      const sentence = isOwn(facts, message) ? findIntent(message) : undefined;
      const fix = sentence ? findFix(facts, message) : undefined;
      if (!sentence || !fix) continue;
      const answer = firstAfter(facts.humanTurns, message);
      const objection = answer && isObjection(answer) ? answer : undefined;
      yield {
        mark: { from: message, to: fix },
        decision: { from: message, shape: 'belief' },
        hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
        evidence: [
          { place: message, quote: sentence },
          { place: fix, quote: fix.quote },
        ],
        confidence: objection ? 0.7 : 0.5,
        worth: objection ? 3 : 2,
        // What was said, and what was then done.
        sources: 2,
        params: { sentence },
      };
    }
  },
};
