/**
 * Bayesian knowledge tracing (A. T. Corbett and J. R. Anderson, 1995) with fixed parameters, pooled by concept. Kept within
 * [1e-6, 1 - 1e-6]: without that, 400 right answers give exactly 1, then more than 1, then not a number.
 */
export interface TracingParameters {
  readonly known: number;
  readonly learn: number;
  readonly guess: number;
  readonly slip: number;
}

/** A choice among a few can be guessed; an answer in free words hardly. */
export const CHOICE: TracingParameters = Object.freeze({ known: 0.3, learn: 0.1, guess: 0.2, slip: 0.1 });
export const FREE_RESPONSE: TracingParameters = Object.freeze({ ...CHOICE, guess: 0.05 });

const LEAST = 1e-6;

/** Chance that the concept is known after one more answer. */
export function traceAnswer(known: number, right: boolean, { learn, guess, slip }: TracingParameters): number {
  const before = clamp(known);
  // Certain guessing and never slipping together would leave nothing to divide by.
  const ifKnown = clamp(right ? 1 - slip : slip);
  const ifNot = clamp(right ? guess : 1 - guess);
  const seen = clamp((before * ifKnown) / (before * ifKnown + (1 - before) * ifNot));
  return clamp(seen + (1 - seen) * learn);
}

export interface Answer {
  readonly right: boolean;
  readonly free: boolean;
}

export interface Knowledge {
  /** Never the probability itself: it would look surer than fixed parameters are. */
  readonly band: 'too little to say' | 'not yet' | 'coming' | 'holds';
  readonly right: number;
  readonly of: number;
}

/** Fewer answers than this say nothing. */
const LEAST_ANSWERS = 3;

/** What a person's answers say about one concept, in order. */
export function traceKnowledge(answers: readonly Answer[]): Knowledge {
  const known = answers.reduce((before, { right, free }) => traceAnswer(before, right, free ? FREE_RESPONSE : CHOICE), CHOICE.known);
  const counts = { right: answers.filter(({ right }) => right).length, of: answers.length };
  if (answers.length < LEAST_ANSWERS) return { band: 'too little to say', ...counts };
  return { band: known < 0.5 ? 'not yet' : known < 0.95 ? 'coming' : 'holds', ...counts };
}

const clamp = (value: number): number => Math.min(1 - LEAST, Math.max(LEAST, value));
