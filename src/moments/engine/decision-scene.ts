/**
 * The surroundings of a decision, parted at the last line a judge may see. Questions are made of what stands before it,
 * the truth of propositions of what stands after it; neither knows the rule that found the decision.
 */
import type { DecisionShape, LineSpan } from '../../model/moment.ts';
import type { EditFact, HumanTurn, PlanFact, Place, Run, SessionFacts } from '../facts/facts.ts';
import { firstAfterLine, lastUpToLine, listOnLines } from '../rule/order.ts';

export interface DecisionScene {
  readonly facts: SessionFacts;
  readonly shape: DecisionShape;
  readonly shownUntil: number;
  readonly edits: readonly EditFact[];
  readonly run: Run | undefined;
  readonly plan: PlanFact | undefined;
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

export function toDecisionScene(facts: SessionFacts, { shape, decision, shownUntil, quote }: SceneInput): DecisionScene {
  const { start, end } = decision;
  const own = lastUpToLine(facts.humanTurns, shape === 'request' ? start - 1 : shownUntil);
  const listSoFar = <T extends Place>(list: readonly T[]): T[] => listOnLines(list, (own?.line ?? 0) + 1, start - 1);
  return {
    facts,
    shape,
    shownUntil,
    edits: listOnLines(facts.edits, start, end),
    run: listOnLines(facts.runs, start, end)[0],
    plan: listOnLines(facts.plans, start, end)[0],
    said: quote ?? findWords(facts, decision),
    task: facts.humanTurns.findLast((turn) => turn.line <= (own?.line ?? 0) && turn.own.split(/\s+/).length >= LEAST_WORDS) ?? own,
    editsSoFar: listSoFar(facts.edits),
    runsSoFar: listSoFar(facts.runs),
    readsSoFar: listSoFar(facts.reads).length,
    answer: firstAfterLine(facts.humanTurns, shownUntil),
  };
}

function findWords(facts: SessionFacts, { start, end }: LineSpan): string {
  const first = <T extends Place>(list: readonly T[]): T | undefined => listOnLines(list, start, end)[0];
  const claim = first(facts.claims);
  if (claim) return claim.sentence;
  return first(facts.humanTurns)?.own ?? first(facts.plans)?.text ?? first(facts.replies)?.text ?? first(facts.reasoning)?.text ?? '';
}
