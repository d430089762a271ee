import { createRandom } from '../../model/create-random.ts';
import { reckonPair, type PairInputs } from './reckon-pair.ts';

/** From, likeliest, to. */
export type Range = readonly [number, number, number];
export type PairRanges = { readonly [Name in keyof PairInputs]: Range };

export interface Distribution {
  /** Share of runs in which it pays. */
  readonly pays: number;
  /** Net at the 5th, 25th, 50th, 75th and 95th percentile. */
  readonly percentiles: readonly [number, number, number, number, number];
  /** Counts of net in equal steps from `from` to `to`, for drawing. */
  readonly histogram: { readonly from: number; readonly to: number; readonly counts: readonly number[] };
}

export interface Influence {
  readonly input: keyof PairInputs;
  /** Net with this input at either end of its range and all others at their likeliest. */
  readonly low: number;
  readonly high: number;
}

const BARS = 40;

/** Net over `runs` draws, each input from a triangle over its range. The same seed gives the same runs. */
export function simulatePair(ranges: PairRanges, { runs, seed }: { readonly runs: number; readonly seed: number }): Distribution {
  const random = createRandom(seed);
  const nets = Array.from({ length: runs }, () => reckonPair(fill((name) => drawTriangle(ranges[name], random()))).net).sort((a, b) => a - b);
  const at = (share: number): number => nets[Math.min(runs - 1, Math.floor(share * runs))] ?? Number.NaN;
  const [from, to] = [nets[0] ?? 0, nets.at(-1) ?? 0];
  const counts = Array.from({ length: BARS }, () => 0);
  for (const net of nets) {
    const bar = to === from ? 0 : Math.min(BARS - 1, Math.floor(((net - from) / (to - from)) * BARS));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return { pays: nets.filter((net) => net > 0).length / runs, percentiles: [at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)], histogram: { from, to, counts } };
}

/** Which input moves the result most: one at a time, the widest first. */
export function listInfluences(ranges: PairRanges): Influence[] {
  const netWith = (input: keyof PairInputs, end: 0 | 2): number => reckonPair(fill((name) => ranges[name][name === input ? end : 1])).net;
  return INPUTS.map((input) => ({ input, low: netWith(input, 0), high: netWith(input, 2) })).sort(
    (a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low),
  );
}

const INPUTS: readonly (keyof PairInputs)[] = [
  'salary',
  'replacement',
  'retentionJunior',
  'retentionSenior',
  'secondYear',
  'preceptorHoursAWeek',
  'weeks',
  'rate',
  'ramp',
  'delivered',
];

const fill = (value: (name: keyof PairInputs) => number): PairInputs => Object.fromEntries(INPUTS.map((name) => [name, value(name)])) as unknown as PairInputs;

/** Inverse of the triangular distribution; a range of no width is its value. */
function drawTriangle([low, mode, high]: Range, chance: number): number {
  if (high === low) return mode;
  const turn = (mode - low) / (high - low);
  return chance < turn ? low + Math.sqrt(chance * (high - low) * (mode - low)) : high - Math.sqrt((1 - chance) * (high - low) * (high - mode));
}
