import type { Round, RoundState } from '../../model/round.ts';

/** How far a round has come. One that was withdrawn is over, but nothing came of it. */
const PROGRESS: Readonly<Record<RoundState, number>> = { framed: 0, sealing: 1, withdrawn: 2, revealed: 3, proving: 4, debrief: 5, closed: 6 };

export interface Chosen<T> {
  readonly goesOn: T;
  /** What the other says that is not in what goes on; null where it is only an earlier state of it. */
  readonly conflict: T | null;
}

/**
 * Of two states of one round, on two machines: the later one where one came out of the other, otherwise the one that came
 * furthest. The same whichever machine asks.
 */
export function chooseRound(one: Round, other: Round): Chosen<Round> {
  const [json, otherJson] = [JSON.stringify(one), JSON.stringify(other)];
  if (json === otherJson) return { goesOn: one, conflict: null };
  const [behind, ahead] = [one, other].toSorted((a, b) => compareProgress(a, b)) as [Round, Round];
  // Drafts that were still being written are no loss where the same person went on to seal or to close.
  return { goesOn: ahead, conflict: isBefore(behind, ahead) ? null : behind };
}

function compareProgress(a: Round, b: Round): number {
  if (isBefore(a, b)) return -1;
  if (isBefore(b, a)) return 1;
  const [json, otherJson] = [JSON.stringify(a), JSON.stringify(b)];
  return (
    PROGRESS[a.state] - PROGRESS[b.state] ||
    a.log.length - b.log.length ||
    compareTexts(a.log.at(-1)?.at ?? '', b.log.at(-1)?.at ?? '') ||
    // Drafts carry no time: the one that says more.
    json.length - otherJson.length ||
    compareTexts(json, otherJson)
  );
}

/** Every step of `earlier` is one of `later`, which has gone further. */
const isBefore = (earlier: Round, later: Round): boolean =>
  earlier.log.length < later.log.length && earlier.log.every((step, index) => JSON.stringify(step) === JSON.stringify(later.log[index]));

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
