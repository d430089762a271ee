import type { Journal } from '../../journal/open-journal.ts';
import { SOUND_KIND } from '../../model/kind.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Moment } from '../../model/moment.ts';
import { resolveJudgement } from '../../rounds/resolve-judgement.ts';

/** What past rounds say of one concept. */
export interface Familiarity {
  /** Rounds judged without knowing how they ended. */
  readonly judged: number;
  /** Of these, verdict fitting and confidence well placed. */
  readonly right: number;
}

export interface Novelty {
  /** 1: new; never below {@link LEAST}: what is known is still worth a look now and then. */
  readonly factor: number;
  readonly concept: string | null;
  readonly familiarity: Familiarity;
}

/** Choices, not measurements: seeing a concept again is a little less new, having judged it rightly much less. */
const PER_JUDGED = 0.9;
const PER_RIGHT = 0.75;
const LEAST = 0.3;
/** 60 % or more on what turned out to be so: (1 - 0.6)². */
const WELL_PLACED = 0.16;

const UNKNOWN: Familiarity = { judged: 0, right: 0 };

/** How familiar each concept is to the journal's owner, from the rounds they judged and opened. */
export function measureFamiliarity(journal: Pick<Journal, 'rounds' | 'moments'>): Map<string, Familiarity> {
  const byConcept = new Map<string, Familiarity>();
  for (const { moment: id, participants } of journal.rounds.list({ states: ['revealed', 'proving', 'debrief', 'closed'] })) {
    const moment = journal.moments.get(id)?.moment;
    const judgement = participants[0]?.sealed?.judgement;
    if (!moment || !judgement || judgement.knewOutcome) continue;
    const right = isRight(judgement, moment) ? 1 : 0;
    for (const concept of moment.concepts) {
      const known = byConcept.get(concept) ?? UNKNOWN;
      byConcept.set(concept, { judged: known.judged + 1, right: known.right + right });
    }
  }
  return byConcept;
}

/** A moment is as new as the least known of its concepts. */
export function toNovelty(concepts: readonly string[], byConcept: ReadonlyMap<string, Familiarity>): Novelty {
  let newest: Novelty | null = null;
  for (const concept of concepts) {
    const familiarity = byConcept.get(concept) ?? UNKNOWN;
    const factor = Math.max(LEAST, PER_JUDGED ** familiarity.judged * PER_RIGHT ** familiarity.right);
    if (!newest || factor > newest.factor) newest = { factor, concept, familiarity };
  }
  return newest ?? { factor: 1, concept: null, familiarity: UNKNOWN };
}

function isRight(judgement: Judgement, { kind, propositions }: Moment): boolean {
  const { brier, verdictFits } = resolveJudgement(judgement, { sound: kind === SOUND_KIND, propositions });
  return verdictFits === true && brier !== null && brier <= WELL_PLACED;
}
