import type { Journal } from '../../journal/open-journal.ts';
import type { Moment } from '../../model/moment.ts';
import type { SessionId } from '../../model/session.ts';
import { findReading, type KeptReading } from '../tutor/find-reading.ts';
import { measureFamiliarity, toNovelty, type Novelty } from './measure-novelty.ts';

/** What this journal's owner adds to the score that a moment has by itself. */
export interface Standing {
  readonly novelty: Novelty;
  /** How often moments of its rule were called legitimate in its repository. */
  readonly legitimate: number;
  readonly reading: KeptReading | null;
}

export interface Weighed {
  readonly standing: Standing;
  /** The moment's own score times what its owner adds, 0 to 1. */
  readonly total: number;
}

/** Called legitimate once counts half, twice a third: lowered, never hidden. */
export const toLegitimateFactor = (times: number): number => 1 / (1 + times);

/** A second reader that would not stop here lowers the rank. It raises none: a model does not decide what is worth a person's time. */
const REJECTED = 0.5;
export const toReaderFactor = (reading: KeptReading): number => (reading.verdict === 'reject' ? REJECTED : 1);

/**
 * Weighs moments for this person as things stand now, so that saying or taking back "legitimate here", or judging a round,
 * shows in the next list. Reads the journal once; make another where it may have changed.
 */
export function createWeigher(journal: Pick<Journal, 'rounds' | 'moments' | 'dismissals' | 'sessions' | 'readings'>): (moment: Moment) => Weighed {
  const familiarity = measureFamiliarity(journal);
  const repositoryBySession = new Map<SessionId, string | null>();
  const findRepository = (session: SessionId): string | null => {
    const known = repositoryBySession.get(session);
    if (known !== undefined) return known;
    const repository = journal.sessions.get(session)?.repository ?? null;
    repositoryBySession.set(session, repository);
    return repository;
  };
  const legitimateByRepository = new Map<string | null, Map<string, number>>();
  const listLegitimate = (repository: string | null): Map<string, number> => {
    const known = legitimateByRepository.get(repository) ?? journal.dismissals.countLegitimate(repository);
    legitimateByRepository.set(repository, known);
    return known;
  };

  return (moment) => {
    const { session, rule, concepts, score } = moment;
    const repository = findRepository(session);
    const reading = findReading(journal, moment);
    const standing = { novelty: toNovelty(concepts, familiarity), legitimate: listLegitimate(repository).get(rule) ?? 0, reading };
    const { novelty, legitimate } = standing;
    return { standing, total: score.total * novelty.factor * toLegitimateFactor(legitimate) * (reading ? toReaderFactor(reading) : 1) };
  };
}
