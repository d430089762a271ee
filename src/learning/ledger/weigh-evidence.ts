/**
 * Evidence for one belief in log-odds: one likelihood ratio per sign, added up. Four caps keep few signs from looking like many:
 * an occasion counts once for and once against, each kind of source to a limit, the sum to a limit, and what a session shows counts nothing.
 */
import type { Misconception } from '../../model/misconception.ts';
import type { Evidence } from '../../model/misconception-ledger.ts';

/** One in ten, before anything is known. A considered proposal. */
export const PRIOR_LOG_ODDS = Math.log(0.1 / 0.9);
const MAX_OF_SOURCE = Math.log(8);
export const MAX_LOG_ODDS = Math.log(99);

/** Natural log-odds that the belief is held, between -MAX_LOG_ODDS and MAX_LOG_ODDS, whatever the order of the evidence. */
export function weighEvidence(misconception: Misconception, evidence: readonly Evidence[]): number {
  const strongestByOccasion = new Map<string, { source: Evidence['source']; weight: number }>();
  for (const one of evidence) {
    const weight = toWeight(misconception, one);
    const key = `${one.direction} ${one.occasion}`;
    const known = strongestByOccasion.get(key);
    const isStronger = !known || Math.abs(weight) > Math.abs(known.weight) || (Math.abs(weight) === Math.abs(known.weight) && one.source < known.source);
    if (weight !== 0 && isStronger) strongestByOccasion.set(key, { source: one.source, weight });
  }
  const sumBySource = new Map<string, number>();
  for (const { source, weight } of strongestByOccasion.values()) sumBySource.set(source, (sumBySource.get(source) ?? 0) + weight);
  const sum = [...sumBySource.entries()].sort(([a], [b]) => a.localeCompare(b)).reduce((all, [, of]) => all + clamp(of, MAX_OF_SOURCE), PRIOR_LOG_ODDS);
  return clamp(sum, MAX_LOG_ODDS);
}

function toWeight(misconception: Misconception, { source, direction, ratio }: Evidence): number {
  return source === 'moment' ? 0 : Math.log(ratio ?? findRatio(misconception, source, direction));
}

/** What a sign weighs by the catalogue as it is now; 1 where it knows no such sign. */
export function findRatio({ indicators, counterIndicators }: Misconception, source: Evidence['source'], direction: Evidence['direction']): number {
  return (direction === 'for' ? indicators : counterIndicators).find((one) => one.source === source)?.ratio ?? 1;
}

const clamp = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value));
