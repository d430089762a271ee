/** One stretch of a text that must not be shared. Offsets are UTF-16 units of the text the detector was given. */
export interface Match {
  /** What it is, as its placeholder says: `aws-key`, `password`, `email` … */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** Finds one family of secrets. Pure, and linear in the length of the text: every quantifier is bounded. */
export type Detector = (text: string) => Match[];
