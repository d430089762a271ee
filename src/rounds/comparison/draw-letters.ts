import type { ComparedOutput } from '../../model/comparison.ts';

/** Gives each output a letter in a drawn order, which follows from the seed alone, whatever the order they were named in. */
export function drawLetters(outputs: readonly Omit<ComparedOutput, 'letter'>[], random: () => number): ComparedOutput[] {
  const order = outputs.toSorted((a, b) => (a.commit < b.commit ? -1 : a.commit > b.commit ? 1 : 0));
  // Fisher and Yates's shuffle.
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]] as [(typeof order)[0], (typeof order)[0]];
  }
  return order.map((output, index) => ({ letter: String.fromCodePoint(65 + index), ...output }));
}
