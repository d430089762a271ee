import type { HumanTurn } from '../facts/facts.ts';

/** The person refused, interrupted, corrected or reported a problem. */
export const isObjection = ({ acts, explicit }: HumanTurn): boolean => explicit !== undefined || acts.has('correction') || acts.has('report');
