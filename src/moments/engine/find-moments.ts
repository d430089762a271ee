import { SOUND_KIND } from '../../model/kind.ts';
import { toMomentId, type Moment } from '../../model/moment.ts';
import type { SessionFacts } from '../facts/facts.ts';
import { firstAfterLine, listAt } from '../rule/order.ts';
import type { RegisteredRule } from '../rule/registered-rule.ts';
import measured from '../rules/measured.json' with { type: 'json' };
import { RULES } from '../rules/registry.generated.ts';
import { byPrecedence, choosePlaces, meet, type ScoredCandidate } from './choose-places.ts';
import { toDecisionScene, type DecisionScene } from './decision-scene.ts';
import { estimateMinutes } from './estimate-minutes.ts';
import { fillTitle } from './fill-title.ts';
import { placeCandidate, type PlacedCandidate } from './place-candidate.ts';
import { listPropositions } from './propositions.ts';
import { composeQuestion } from './question.ts';
import { rankDiversely } from './rank-diversely.ts';
import { scoreMoment } from './score-moment.ts';
import { selectRules } from './select-rules.ts';

export interface FindOptions {
  /** Vindicated decisions (kind `good-practice`) instead of the others. `both` ranks them together. */
  readonly sound: boolean | 'both';
  /** Also what rules say that are held back. */
  readonly nursery?: boolean;
}

/** Moments of one session, best first: one per place, at most 25 lines each, ranks from 1, diverse in the first three. */
export function findMoments(facts: SessionFacts, options: FindOptions): Moment[] {
  const shown = new Set(selectRules(RULES, measured, options));
  return findWith(RULES, facts, { ...options, isShown: (registered) => shown.has(registered) });
}

interface FoundCandidate extends ScoredCandidate {
  readonly scene: DecisionScene;
  readonly propositions: Moment['propositions'];
}

export interface FindWithOptions extends Pick<FindOptions, 'sound'> {
  /** Rules of which this is false only speak against sound decisions. Default: all are shown. */
  readonly isShown?: (registered: RegisteredRule) => boolean;
}

/** As {@link findMoments}, with the rules given. */
export function findWith(rules: readonly RegisteredRule[], facts: SessionFacts, { sound, isShown = () => true }: FindWithOptions): Moment[] {
  const found = rules.flatMap((registered) =>
    [...registered.rule.find(facts)].map((candidate) => scoreCandidate(placeCandidate(registered, candidate), facts)),
  );
  const asked = dropContested(found).filter((one) => isShown(one.registered) && (sound === 'both' || sound === isSound(one)));
  const best = choosePlaces(asked).toSorted(byPrecedence);
  return rankDiversely(best, toSort).map((one, index) => toMoment(one, index + 1));
}

const isSound = ({ registered }: FoundCandidate): boolean => registered.rule.meta.kind === SOUND_KIND;

/** Sound decisions are of one kind: what differs is what makes them sound. */
const toSort = (one: FoundCandidate): string => (isSound(one) ? one.registered.rule.meta.id : one.registered.rule.meta.kind);

/** A decision that another rule finds fault with is no sound one, nor is one that nothing later bears out. */
function dropContested(found: readonly FoundCandidate[]): FoundCandidate[] {
  const faults = found.filter((one) => !isSound(one));
  const isVindicated = ({ hindsight, decision }: FoundCandidate): boolean =>
    hindsight.length > 0 && !faults.some((fault) => meet(fault.decision, decision) || meet(fault.span, decision));
  return found.filter((one) => !isSound(one) || isVindicated(one));
}

function scoreCandidate(placed: PlacedCandidate, facts: SessionFacts): FoundCandidate {
  const { shape, from } = placed.candidate.decision;
  const quote = placed.candidate.evidence.find(({ place }) => place.seq === from.seq)?.quote;
  const scene = toDecisionScene(facts, { shape, decision: placed.decision, shownUntil: placed.shownUntil, quote });
  const propositions = listPropositions(scene);
  return { ...placed, scene, propositions, question: composeQuestion(scene), score: scoreMoment(placed, propositions) };
}

function toMoment({ registered, candidate, scene, score, ...placed }: FoundCandidate, rank: number): Moment {
  const { rule, text } = registered;
  const { facts } = scene;
  const { from, to = from, shape } = candidate.decision;
  const marks = from.seq === to.seq ? listAt(facts.marks, from) : [...listAt(facts.marks, from), ...listAt(facts.marks, to)];
  const commit = scene.edits.length > 0 ? firstAfterLine(facts.commits, placed.shownUntil, ({ sha }) => sha !== null)?.sha : undefined;
  return {
    id: toMomentId(
      rule.meta.id,
      marks.map(({ id }) => id),
    ),
    rule: rule.meta.id,
    ruleVersion: rule.meta.version,
    kind: rule.meta.kind,
    agent: facts.agent,
    session: facts.session.id,
    file: facts.file,
    span: placed.span,
    decision: placed.decision,
    shownUntil: placed.shownUntil,
    hindsight: [...placed.hindsight],
    evidence: [...placed.evidence],
    rank,
    worth: candidate.worth ?? rule.meta.worth,
    confidence: score.confidence,
    score,
    shape,
    title: fillTitle(text.title, candidate.params),
    question: placed.question,
    propositions: placed.propositions,
    concepts: [...rule.meta.concepts],
    activities: [...rule.meta.activities],
    paths: [...(candidate.paths ?? [])],
    at: toInstant(marks[0]?.at ?? null),
    minutes: estimateMinutes(scene),
    ...(commit ? { commit } : {}),
  };
}

const toInstant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
