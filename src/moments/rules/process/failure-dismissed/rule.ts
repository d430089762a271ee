import type { Message, Run, SessionFacts } from '../../../facts/facts.ts';
import { isCheck } from '../../../rule/is-check.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const NOT_MINE = String.raw`(?:pre-?existing|unrelated)`;
const TROUBLE = String.raw`(?:fail\w*|errors?|warnings?|crash\w*|issues?|problems?|tests?|lint\w*|flak\w+|violations?|formatting)`;
/** The usual words for "this failure is not mine". That a file or a change is unrelated says nothing about a failure. */
const DISMISSAL = new RegExp(
  [
    String.raw`\b${NOT_MINE}(?:,? \w+){0,2} ${TROUBLE}\b`,
    String.raw`\b(?:is|are|was|were|looks?|seems?|appears?|as|be)(?: to be)?(?: \w+)? ${NOT_MINE}(?: to\b|[,.;:)!]| and\b| ?[—–-]|$)`,
    String.raw`(?:\bnot|n['’]t) (?:related|caused|due|introduced|from|part)\b[^.\n]{0,20}\b(?:my|our|this|these|the) (?:change|edit|work|fix|task|refactor)`,
    String.raw`\b(?:safe(?:ly)? to|can be|can safely be|let'?s|we can|I'?ll) ignore|just (?:a )?(?:warning|noise|flak\w+)|flaky|known issue|false (?:positive|alarm)\b`,
    String.raw`\b${TROUBLE}\b[^.\n]{0,40}\balready (?:failing|broken|fixed|there before)\b`,
  ].join('|'),
  'i',
);
/** Takes a dismissal back, or asks for one. */
const NOT_DISMISSED =
  /\bI (?:called|thought|said|took|assumed)\b|(?:\bnot|n['’]t) (?:\w+ )?(?:unrelated|pre-?existing|flaky|noise)\b|\b(?:whether|if)\b[^.]{0,40}\b(?:unrelated|pre-?existing|flaky)\b|\?$/i;
const TRIES: ReadonlySet<string> = new Set(['run', 'git', 'network', 'install', 'other']);
const LOOKS: ReadonlySet<string> = new Set(['read', 'search', 'git', 'files', 'process', 'other']);
/** Only the code before the change, run again, would settle it; its history does not. */
const COMPARES = /\bgit (?:stash|worktree|checkout|switch|bisect)\b/;

/** The first of the messages up to the next command of its weight; looking around in between changes nothing. */
function findDismissal(facts: SessionFacts, messages: readonly Message[], run: Run): { message: Message; sentence: string } | undefined {
  const end = firstAfter(facts.runs, run, (next) => !LOOKS.has(next.class)) ?? { seq: Infinity, line: 0 };
  const answer = firstAfter(facts.humanTurns, run) ?? end;
  for (const message of listBetween(messages, run, end.seq < answer.seq ? end : answer)) {
    const sentence = isOwn(facts, message) ? findSentence(message.text, (one) => DISMISSAL.test(one) && !NOT_DISMISSED.test(one)) : undefined;
    if (sentence) return { message, sentence };
  }
  return undefined;
}

/** "In vendor/clones/" points at what the output shows and the session never changed: some evidence, though not that it was so before. */
const pointsElsewhere = ({ edits }: SessionFacts, { head, tail }: Run, sentence: string): boolean =>
  (sentence.match(/[\w.-]+(?:\/[\w.-]*)+/g) ?? []).some((path) => `${head}\n${tail}`.includes(path) && !edits.some((edit) => edit.path.includes(path)));

export const rule: Rule = {
  meta: {
    id: 'failure-dismissed',
    version: 1,
    kind: 'failure-ignored',
    stage: 'nursery',
    worth: 3,
    concepts: ['a failure is information'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    const messages = [...facts.replies, ...facts.reasoning].toSorted((a, b) => a.seq - b.seq);
    for (const run of facts.runs) {
      if (run.status !== 'failed' || !isOwn(facts, run) || (!isCheck(run) && (run.failure === null || !TRIES.has(run.class)))) continue;
      const said = findDismissal(facts, messages, run);
      if (!said) continue;
      const { message, sentence } = said;
      const answer = firstAfter(facts.humanTurns, message) ?? { seq: Infinity, line: 0 };
      if (listBetween(facts.runs, message, answer).some(({ command }) => COMPARES.test(command))) continue;
      const again = firstAfter(
        facts.runs,
        message,
        (one) => one.status === 'failed' && one.failure !== null && one.failure.signature === run.failure?.signature,
      );
      const shown = pointsElsewhere(facts, run, sentence);
      yield {
        decision: { from: message, shape: 'belief' },
        hindsight: again ? [{ place: again, quote: again.failure?.message ?? again.command }] : [],
        evidence: [
          { place: message, quote: sentence },
          { place: run, quote: run.failure?.message ?? run.command },
        ],
        confidence: again ? 0.65 : shown ? 0.4 : 0.5,
        worth: shown && !again ? 2 : 3,
        sources: 2,
        params: { failure: run.failure?.message ?? run.command, sentence },
      };
    }
  },
};
