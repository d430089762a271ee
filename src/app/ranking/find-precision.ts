import { explainStage, type MeasuredStage } from '../../moments/engine/explain-stage.ts';
import measured from '../../moments/rules/measured.json' with { type: 'json' };

/** Below this many labelled places a precision says too little to print. */
const LEAST_LABELLED = 20;

const measuredById: Readonly<Record<string, MeasuredStage>> = measured;

/** In how many places judged by readers a rule was right; null where too few were judged. */
export function findPrecision(rule: string): { readonly right: number; readonly of: number } | null {
  const read = measuredById[rule]?.read;
  return read && read.of >= LEAST_LABELLED ? { right: read.right, of: read.of } : null;
}

/** The stage of a rule and what it rests on, in words. */
export function describeStage(rule: string): string {
  const figure = measuredById[rule];
  return figure ? explainStage(figure) : 'nursery, held back: not measured yet';
}
