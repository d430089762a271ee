import type { EditFact, HumanTurn, Place, SessionFacts } from '../../../facts/facts.ts';
import { countWords } from '../../../facts/human/count-words.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { listBetween } from '../../../rule/order.ts';
import type { Candidate, Rule } from '../../../rule/rule.ts';

/**
 * Reviews find little beyond 500 lines an hour (Cohen, Best Kept Secrets of Peer Code Review, 2006). Whoever is seven times as
 * fast has not read; the least number of lines is ours.
 */
const LINES_PER_SECOND = 1;
const LEAST_LINES = 200;
/** Hands the work on: into the history, or to everyone. */
const TAKES_OVER =
  /^(?:(?:ok(?:ay)?|yes|yep|great|perfect|good|nice|lgtm|and|now|then|please|go|let'?s|also)[\s,.!]*)*(?:com+it|merge|push|ship|land|lgtm|looks good|approved?|go ahead|go on|continue|proceed)\b/i;
const MOST_WORDS = 8;
const ANY_MEANS =
  /\b(?:just|simply) (?:make|get) (?:it|them|that|this|the (?:tests?|build|ci|pipeline|checks?)) (?:to )?(?:pass|green|work|compile|go away)\b/i;

/** Neither a question nor a wish of their own: a word with which all that was done goes on. */
const handsOn = ({ own, acts, explicit }: HumanTurn): boolean =>
  !explicit && !acts.has('question') && !acts.has('correction') && countWords(own) <= MOST_WORDS && (acts.has('approval') || TAKES_OVER.test(own));

interface Accepted {
  readonly turn: HumanTurn;
  readonly edits: readonly EditFact[];
  readonly lines: number;
}

function toAccepted(facts: SessionFacts, engaged: Place, turn: HumanTurn): Accepted {
  const edits = listBetween(facts.edits, engaged, turn).filter(({ role }) => role === 'product' || role === 'test');
  return { turn, edits, lines: edits.reduce((sum, { addedCount, removedCount }) => sum + addedCount + removedCount, 0) };
}

const isTooSoon = ({ turn: { afterMs }, lines }: Accepted): boolean => lines >= LEAST_LINES && afterMs !== null && afterMs < (lines / LINES_PER_SECOND) * 1000;

const toCandidate = ({ turn, edits, lines }: Accepted): Candidate => ({
  decision: { from: turn, shape: 'request' },
  evidence: [{ place: turn, quote: turn.own }],
  confidence: 0.5,
  sources: 1,
  paths: [...new Set(edits.map(({ path }) => path))],
  params: { words: turn.own, lines: String(lines) },
});

export const rule: Rule = {
  meta: {
    id: 'accepted-unread',
    version: 2,
    kind: 'blind-accept',
    stage: 'nursery',
    worth: 2,
    concepts: ['reading before accepting'],
    activities: ['E3', 'E4'],
  },
  *find(facts) {
    let best: Accepted | undefined;
    let engaged: Place = { seq: -1, line: 0 };
    for (const turn of facts.humanTurns) {
      if (!isOwn(facts, turn)) continue;
      const accepted = toAccepted(facts, engaged, turn);
      if (ANY_MEANS.test(turn.own)) yield toCandidate(accepted);
      if (!handsOn(turn)) engaged = turn;
      else if (isTooSoon(accepted) && accepted.lines > (best?.lines ?? 0)) best = accepted;
    }
    if (best) yield toCandidate(best);
  },
};
