/** What a pair's year costs and brings, from inputs that anybody may change. It must be able to say that it does not pay. */
export interface PairInputs {
  /** Yearly, in one currency. */
  readonly salary: number;
  /** Cost of replacing somebody, in salaries. Gallup names 0.5 to 2 for software; no strong study. */
  readonly replacement: number;
  /** Change in the share that stays, 0.23 for 23 points. */
  readonly retentionJunior: number;
  readonly retentionSenior: number;
  /** How much of the change in retention is left in the second year, 0 to 1; 0 counts the first year alone. */
  readonly secondYear: number;
  readonly preceptorHoursAWeek: number;
  readonly weeks: number;
  /** Loaded cost of an hour. */
  readonly rate: number;
  /** Once. */
  readonly ramp: number;
  /** Worth of work that was delivered besides. */
  readonly delivered: number;
}

export interface PairReckoning {
  readonly benefit: number;
  readonly cost: number;
  readonly net: number;
  /** Preceptor hours a week at which the year costs what it brings; null where an hour costs nothing. */
  readonly breakEvenHours: number | null;
  readonly pays: boolean;
}

export function reckonPair(inputs: PairInputs): PairReckoning {
  const retained = (inputs.retentionJunior + inputs.retentionSenior) * (1 + inputs.secondYear);
  const benefit = retained * inputs.replacement * inputs.salary + inputs.delivered;
  const hourCost = inputs.weeks * inputs.rate;
  const cost = inputs.preceptorHoursAWeek * hourCost + inputs.ramp;
  const net = benefit - cost;
  return { benefit, cost, net, breakEvenHours: hourCost === 0 ? null : (benefit - inputs.ramp) / hourCost, pays: net > 0 };
}
