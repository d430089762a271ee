/**
 * The surroundings of a decision, parted at the last line a judge may see. Questions are made of what stands before it,
 * the truth of propositions of what stands after it; neither knows the rule that found the decision.
 */
import type { DecisionShape, LineSpan } from '../../model/moment.ts';
import type { Claim, EditFact, HumanTurn, PlanFact, Place, Run, SessionFacts } from '../facts/facts.ts';

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
  const inDecision = ({ line }: Place): boolean => line >= decision.start && line <= decision.end;
  const own = facts.humanTurns.findLast(({ line }) => (shape === 'request' ? line < decision.start : line <= shownUntil));
  const soFar = ({ line }: Place): boolean => line > (own?.line ?? 0) && line < decision.start;
  return {
    facts,
    shape,
    shownUntil,
    edits: facts.edits.filter(inDecision),
    run: facts.runs.find(inDecision),
    plan: facts.plans.find(inDecision),
    said: quote ?? findWords(facts, inDecision),
    task: facts.humanTurns.findLast((turn) => turn.line <= (own?.line ?? 0) && turn.own.split(/\s+/).length >= LEAST_WORDS) ?? own,
    editsSoFar: facts.edits.filter(soFar),
    runsSoFar: facts.runs.filter(soFar),
    readsSoFar: facts.reads.filter(soFar).length,
    answer: facts.humanTurns.find(({ line }) => line > shownUntil),
  };
}

function findWords(facts: SessionFacts, inDecision: (place: Place) => boolean): string {
  const claim: Claim | undefined = facts.claims.find(inDecision);
  if (claim) return claim.sentence;
  const message =
    facts.humanTurns.find(inDecision)?.own ??
    facts.plans.find(inDecision)?.text ??
    facts.replies.find(inDecision)?.text ??
    facts.reasoning.find(inDecision)?.text;
  return message ?? '';
}
