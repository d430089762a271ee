import type { Proposition } from '../../model/moment.ts';
import type { Settlement } from '../../model/settlement.ts';

export interface Settled {
  readonly propositions: readonly Proposition[];
  readonly sound: boolean;
}

/**
 * A case with what came later: the first that settled its statements holds, where its own session had left them open; a decision that
 * was taken back or had to be mended was not sound, whatever it looked like. Settlements are given oldest first.
 */
export function applySettlements({ propositions, sound }: Settled, settlements: readonly Settlement[]): Settled {
  const isOpen = propositions.every(({ truth }) => truth === null);
  const came = isOpen ? settlements.find(({ came: id }) => id !== null && propositions.some((one) => one.id === id))?.came : undefined;
  return {
    propositions: came === undefined ? propositions : propositions.map((one) => ({ ...one, truth: one.id === came })),
    sound: sound && !settlements.some(({ unsound }) => unsound),
  };
}
