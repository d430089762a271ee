import type { Message, Place, SessionFacts } from '../../../facts/facts.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Cited, Rule } from '../../../rule/rule.ts';

/** Says that a named thing is not there. */
const ABSENT =
  /\b(?:there(?:['’]s| is| are| was) (?:currently )?no|(?:I )?(?:don['’]t|do not|didn['’]t|can['’]t|couldn['’]t) (?:see|find|have)(?: any| an?)?)\s+(?<what>[^.;:,]{3,60}?)(?:\s+(?:in|at|on|for|file|exists?|yet|found|anywhere)\b|[.,;:]|$)|(?<thing>`[^`]{3,60}`)(?:\s\w+)? (?:does not|doesn['’]t) exist\b/i;
const OPEN = /\?$|\b(?:if|whether|when|unless|let me|should|would|once|until|longer|need|issues?|problems?|errors?|changes?|conflicts?|tests?|matches)\b/i;
const NAME = /[A-Za-z][\w-]{4,}/g;
const COMMON = new Set(
  'there project level existing explicit specific other first special single dedicated current custom separate simple direct built longer option branch'.split(
    ' ',
  ),
);
const toNames = (text: string): string[] => (text.toLowerCase().match(NAME) ?? []).filter((word) => !COMMON.has(word));

/** "There is one", in the person's words. */
const PRESENT =
  /\bthere(?:['’]s| is| are)\b(?! no)|\b(?:it|they|this|that) (?:does|do) exist|\b(?:exists?|is in|are in|is at|lives? in|see|look (?:at|in))\b|@[\w./-]+|\bwe (?:do )?have\b|\balready\b/i;

interface Absence {
  readonly sentence: string;
  readonly names: readonly string[];
}

function findAbsence(text: string): Absence | undefined {
  for (const sentence of listSentences(text)) {
    const groups = OPEN.test(sentence) ? undefined : ABSENT.exec(sentence)?.groups;
    const names = groups ? toNames(groups['what'] ?? groups['thing'] ?? '') : [];
    if (names.length > 0) return { sentence, names };
  }
  return undefined;
}

const mentions = (text: string, names: readonly string[]): boolean => names.some((name) => text.toLowerCase().includes(name));

/** The person's next word, in a message or as an answer, that it is there after all. */
function findDenial(facts: SessionFacts, said: Message, names: readonly string[]): Cited | undefined {
  const turn = firstAfter(facts.humanTurns, said, (one) => isOwn(facts, one));
  const end: Place = turn ?? { seq: Infinity, line: 0 };
  for (const { answer } of listBetween(facts.otherCalls, said, end)) {
    if (answer && PRESENT.test(answer.text) && mentions(answer.text, names)) return { place: answer, quote: answer.text };
  }
  return turn && turn.pasted !== 'all' && PRESENT.test(turn.own) && mentions(turn.own, names) ? { place: turn, quote: turn.own } : undefined;
}

export const rule: Rule = {
  meta: {
    id: 'absence-denied',
    version: 1,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 3,
    concepts: ['absence of evidence', 'how was it looked for?'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const said of facts.replies.toReversed()) {
      const absence = isOwn(facts, said) ? findAbsence(said.text) : undefined;
      const denial = absence && findDenial(facts, said, absence.names);
      if (!absence || !denial || told.has(denial.place.seq)) continue;
      told.add(denial.place.seq);
      yield {
        decision: { from: said, shape: 'belief' },
        hindsight: [denial],
        evidence: [{ place: said, quote: absence.sentence }, denial],
        confidence: 0.6,
        sources: 2,
        params: { sentence: absence.sentence },
      };
    }
  },
};
