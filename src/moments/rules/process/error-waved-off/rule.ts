import type { Message, Run, SessionFacts } from '../../../facts/facts.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { isGreen } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const TROUBLE = String.raw`(?:errors?|warnings?|failures?|crash\w*|exceptions?|panics?)`;
/** Says of a sign of trouble that it is none. */
const WAVES = new RegExp(
  [
    String.raw`\b${TROUBLE}\b[^.,;]{0,60}\b(?:is|are|was|were|looks?|seems?)(?: like)? (?:just|only|(?:as )?expected|which is expected|harmless|cosmetic|benign|normal|fine|noise|nothing)\b`,
    String.raw`\b${TROUBLE}\b[^.;]{0,80}, which is (?:expected|normal|fine)\b`,
    String.raw`\b(?:harmless|cosmetic|benign|spurious|expected) (?:\w+ )?${TROUBLE}\b`,
    String.raw`\b${TROUBLE}\b[^.]{0,40}\b(?:can be|safe to|can safely be) ignored?\b`,
  ].join('|'),
  'i',
);
const NOT_WAVED = /\?$|\b(?:whether|if|for|need to|must|should|let me|I['’]ll|want)\b/i;
const SHOWS_TROUBLE = /^(?:\W*\w+ ?\d*:? ?){0,3}\b(?:error|fatal|panic|FAIL(?:ED|URE)?|warning|traceback)\b/i;
const FIRST_SENTENCES = 10;
const LAST_RUNS = 3;

const findWave = (message: Message): string | undefined =>
  listSentences(message.text)
    .slice(0, FIRST_SENTENCES)
    .find((sentence) => WAVES.test(sentence) && !NOT_WAVED.test(sentence));

const findShown = (run: Run): string | undefined => `${run.head}\n${run.tail}`.split('\n').find((line) => SHOWS_TROUBLE.test(line));

/** A command that failed, or one whose failing could not show and that printed an error. */
const isTrouble = (run: Run): boolean => run.status === 'failed' || (run.masked && findShown(run) !== undefined);

function findTrouble(facts: SessionFacts, message: Message): Run | undefined {
  const asked = lastBefore(facts.humanTurns, message) ?? { seq: -1, line: 0 };
  const last = listBetween(facts.runs, asked, message)
    .filter((run) => isOwn(facts, run) && run.resultSeq !== null && run.resultSeq < message.seq)
    .slice(-LAST_RUNS);
  const trouble = last.findLast(isTrouble);
  const passedSince = last.some((run) => trouble && run.seq > trouble.seq && run.class === trouble.class && isGreen(run));
  return passedSince ? undefined : trouble;
}

export const rule: Rule = {
  meta: {
    id: 'error-waved-off',
    version: 1,
    kind: 'failure-ignored',
    stage: 'nursery',
    worth: 3,
    concepts: ['a failure is information', 'which error is the first?'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    const seen = new Set<Run>();
    for (const message of [...facts.replies, ...facts.reasoning]) {
      const sentence = isOwn(facts, message) ? findWave(message) : undefined;
      const trouble = sentence ? findTrouble(facts, message) : undefined;
      if (!sentence || !trouble || seen.has(trouble)) continue;
      seen.add(trouble);
      const signature = trouble.failure?.signature;
      const again = signature ? firstAfter(facts.runs, message, (run) => run.failure?.signature === signature) : undefined;
      const shown = trouble.failure?.message ?? findShown(trouble) ?? trouble.command;
      yield {
        decision: { from: message, shape: 'belief' },
        hindsight: again ? [{ place: again, quote: again.failure?.message ?? again.command }] : [],
        evidence: [
          { place: message, quote: sentence },
          { place: trouble, quote: shown },
        ],
        confidence: again ? 0.65 : 0.5,
        sources: 2,
        params: { sentence },
      };
    }
  },
};
