/** Who among the preceptors of a cohort could take something over. */
export interface CountedPreceptor {
  readonly id: string;
  readonly name: string;
  /** Of the last whole week. */
  readonly hours: number;
  readonly cap: number;
}

/** As much as one review and what comes before it: less free time than this is no relief. */
const LEAST_HOURS = 2;
const MOST = 3;

/** Sentences, who has most time first, for a preceptor near the cap or over it. */
export function findRelief(preceptor: CountedPreceptor, all: readonly CountedPreceptor[]): string[] {
  const free = all
    .filter(({ id, hours, cap }) => id !== preceptor.id && cap - hours >= LEAST_HOURS)
    .toSorted((a, b) => b.cap - b.hours - (a.cap - a.hours) || a.name.localeCompare(b.name))
    .slice(0, MOST);
  return free.length > 0
    ? free.map(({ name, hours, cap }) => `${name} has ${Number((cap - hours).toFixed(1))} h a week free.`)
    : ['Nobody else in this cohort has two hours a week free: another preceptor is needed, or a later review.'];
}
