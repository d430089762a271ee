/**
 * The surroundings of a decision, parted at the last line a judge may see. Questions are made of what stands before it,
 * the truth of propositions of what stands after it; neither knows the rule that found the decision.
 */
import type { DecisionShape, LineSpan } from '../../model/moment.ts';
import { countWords } from '../facts/human/count-words.ts';
import type { ClaimType, EditFact, HumanTurn, PlanFact, Place, Run, SessionFacts } from '../facts/facts.ts';
import { listSentences } from '../rule/find-sentence.ts';
import { firstAfterLine, lastUpToLine, listOnLines } from '../rule/order.ts';

export interface DecisionScene {
  readonly facts: SessionFacts;
  readonly shape: DecisionShape;
  readonly shownUntil: number;
  readonly edits: readonly EditFact[];
  readonly run: Run | undefined;
  readonly plan: PlanFact | undefined;
  /** The person's own message, where that is what is judged. */
  readonly message: HumanTurn | undefined;
  /** The words the decision consists of, where it is said rather than done. */
  readonly said: string;
  /** The person's last message before the decision that says what they want: a bare yes does not. */
  readonly task: HumanTurn | undefined;
  /** What the agent did between their last message and the decision. */
  readonly editsSoFar: readonly EditFact[];
  readonly runsSoFar: readonly Run[];
  readonly readsSoFar: number;
  /** The person's first message after what is shown. */
  readonly answer: HumanTurn | undefined;
}

export interface SceneInput {
  readonly shape: DecisionShape;
  readonly decision: LineSpan;
  readonly shownUntil: number;
  readonly quote: string | undefined;
}

const LEAST_WORDS = 3;
/** Fewer words say too little alone, and so does a short lead to what follows. */
const LEAST_SAID: Partial<Record<DecisionShape, number>> = { claim: 3, belief: 5 };
const LEAST_LEAD = 8;
/** Where running text ends: a heading, a list, a table, a block of code. */
const END_OF_TEXT = /\n\s*(?:#|[-*|] |\d+\. )|```/;
const LONGEST_SAID = 300;

export function toDecisionScene(facts: SessionFacts, { shape, decision, shownUntil, quote }: SceneInput): DecisionScene {
  const { start, end } = decision;
  const message = listOnLines(facts.humanTurns, start, end)[0];
  const own = lastUpToLine(facts.humanTurns, message ? start - 1 : shownUntil);
  const listSoFar = <T extends Place>(list: readonly T[]): T[] => listOnLines(list, (own?.line ?? 0) + 1, start - 1);
  return {
    facts,
    shape,
    shownUntil,
    edits: listOnLines(facts.edits, start, end),
    run: listOnLines(facts.runs, start, end)[0],
    plan: listOnLines(facts.plans, start, end)[0],
    message,
    said: completeWords(facts, decision, shape, (shape === 'claim' ? findMainClaim(facts, decision) : undefined) ?? quote ?? findWords(facts, decision)),
    task: facts.humanTurns.findLast((turn) => turn.line <= (own?.line ?? 0) && countWords(turn.own) >= LEAST_WORDS) ?? own,
    editsSoFar: listSoFar(facts.edits),
    runsSoFar: listSoFar(facts.runs),
    readsSoFar: listSoFar(facts.reads).length,
    answer: firstAfterLine(facts.humanTurns, shownUntil),
  };
}

/** What the agent said, with the sentences after it where it is only a beginning. */
function completeWords(facts: SessionFacts, { start, end }: LineSpan, shape: DecisionShape, said: string): string {
  const least = LEAST_SAID[shape];
  const whole = said.split('```')[0]?.trim() ?? '';
  const text = [...listOnLines(facts.replies, start, end), ...listOnLines(facts.reasoning, start, end)]
    .map((one) => one.text)
    .find((one) => one.includes(whole));
  if (least === undefined || text === undefined) return whole || said;
  const rest = text.slice(text.indexOf(whole) + whole.length).split(END_OF_TEXT)[0] ?? '';
  return listSentences(rest).reduce((sum, next) => {
    const isEnough = countWords(sum) >= (sum.endsWith(':') ? LEAST_LEAD : least) || sum.length + next.length > LONGEST_SAID;
    return isEnough ? sum : `${sum} ${next}`;
  }, whole);
}

const CLAIM_TYPES: readonly ClaimType[] = ['tests-pass', 'clean', 'fixed', 'works', 'complete'];

/** The claim a message stands or falls with, whichever of its sentences a rule looked at: which one that was tells how it ended. */
function findMainClaim(facts: SessionFacts, { start, end }: LineSpan): string | undefined {
  const claims = listOnLines(facts.claims, start, end).filter(({ type }) => CLAIM_TYPES.includes(type));
  return claims.toSorted((a, b) => CLAIM_TYPES.indexOf(a.type) - CLAIM_TYPES.indexOf(b.type) || b.sentence.length - a.sentence.length)[0]?.sentence;
}

function findWords(facts: SessionFacts, { start, end }: LineSpan): string {
  const first = <T extends Place>(list: readonly T[]): T | undefined => listOnLines(list, start, end)[0];
  const claim = first(facts.claims);
  if (claim) return claim.sentence;
  return first(facts.humanTurns)?.own ?? first(facts.plans)?.text ?? first(facts.replies)?.text ?? first(facts.reasoning)?.text ?? '';
}
