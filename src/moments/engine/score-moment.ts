import type { Proposition, ScoreParts } from '../../model/moment.ts';
import type { PlacedCandidate } from './place-candidate.ts';

/** Weights of agreement and teachability are ours, chosen so that a settled pair of decision and evidence comes before a smell. */
const ONE_SOURCE = 0.5;
const TWO_SOURCES = 1;

/**
 * The parts that explain a moment's rank; `total` is their product, 0 to 1. Novelty is 1: how new it is to a person, and what
 * they called legitimate, is known to who keeps their journal (src/app/ranking).
 */
export function scoreMoment(placed: PlacedCandidate, propositions: readonly Proposition[]): ScoreParts {
  const { candidate, registered } = placed;
  const { meta } = registered.rule;
  const parts = {
    worth: candidate.worth ?? meta.worth,
    confidence: clamp(candidate.confidence),
    agreement: candidate.sources >= 2 ? TWO_SOURCES : ONE_SOURCE,
    novelty: 1,
    teachability: teachability(placed, propositions),
  };
  return { ...parts, total: (parts.worth / 3) * parts.confidence * parts.agreement * parts.novelty * parts.teachability };
}

/** Is there something to predict that the session settles? */
function teachability({ hindsight }: PlacedCandidate, propositions: readonly Proposition[]): number {
  const settled = propositions.some(({ truth }) => truth !== null);
  if (settled && hindsight.length > 0) return 1;
  return settled ? 0.8 : 0.6;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
