/**
 * Makes up the four held-out forms of a year from the drills nobody was shown: sets of four that are alike, one to each form, so that
 * the forms are parallel. Sets alike in kind, family and difficulty band come first; then alike in kind and band; then in kind.
 */
import { createHash } from 'node:crypto';
import { DRILL_FORMS, type DrillForm } from '../../model/drill.ts';

export interface FormDrill {
  readonly id: string;
  readonly kind: string;
  readonly family: string;
  readonly difficulty: number;
  /** Places of the code it is about: two that share one are never in two forms, nor is one in a form and the other practised before. */
  readonly grounds: readonly string[];
  readonly isSeen: boolean;
}

export type HeldForm = Exclude<DrillForm, 'practice'>;

export interface MadeForms {
  readonly formById: ReadonlyMap<string, HeldForm>;
  /** Drills of each form. */
  readonly size: number;
  /** Of these, how many have their like in every other form by kind, family and band. */
  readonly alike: number;
  /** The largest difference between two forms in how many of one family, or of one band, they hold. */
  readonly familyDifference: number;
  readonly bandDifference: number;
}

/** What a form should hold; half of the drills at most are held out. */
export const FULL_FORM = 8;
/** Fewer in a form say next to nothing: three of three right may still be a rate of 44 % (Wilson, 95 %). */
export const FEWEST_OF_FORM = 4;

export const BANDS = ['easy', 'middle', 'hard'] as const;
/** About thirds of the estimates that real drills had (docs/drills.md). */
export const toBand = (difficulty: number): (typeof BANDS)[number] => (difficulty < 0.4 ? 'easy' : difficulty < 0.48 ? 'middle' : 'hard');

type SetOfFour = readonly [FormDrill, FormDrill, FormDrill, FormDrill];

type KeyOf = (one: FormDrill) => string;

const LEVELS: readonly [KeyOf, KeyOf, KeyOf] = [
  ({ kind, family, difficulty }) => [kind, family, toBand(difficulty)].join('\n'),
  ({ kind, difficulty }) => [kind, toBand(difficulty)].join('\n'),
  ({ kind }) => kind,
];

export function makeUpForms(drills: readonly FormDrill[]): MadeForms {
  const wanted = Math.min(FULL_FORM, Math.floor(drills.length / (2 * DRILL_FORMS.length)));
  let free = chooseOfEachPlace(drills);
  const sets: SetOfFour[] = [];
  for (const keyOf of LEVELS) {
    const chosen = chooseSets(free, keyOf, wanted - sets.length);
    sets.push(...chosen);
    const taken = new Set(chosen.flat());
    free = free.filter((one) => !taken.has(one));
  }
  const formById = new Map(dealOut(sets).flatMap((form, at) => form.map(({ id }) => [id, DRILL_FORMS[at] as HeldForm] as const)));
  return { formById, ...measureForms(drills, formById) };
}

/** How like each other forms are. */
export function measureForms(drills: readonly FormDrill[], formById: ReadonlyMap<string, DrillForm>): Omit<MadeForms, 'formById'> {
  const forms = DRILL_FORMS.map((form) => drills.filter(({ id }) => formById.get(id) === form));
  const strata = [...new Set(forms.flat().map(LEVELS[0]))];
  const counts = strata.map((stratum) => Math.min(...forms.map((form) => form.filter((one) => LEVELS[0](one) === stratum).length)));
  return {
    size: formById.size / DRILL_FORMS.length,
    alike: counts.reduce((sum, count) => sum + count, 0),
    familyDifference: measureDifference(forms, ({ family }) => family),
    bandDifference: measureDifference(forms, ({ difficulty }) => toBand(difficulty)),
  };
}

/** Of drills that hang together by a place one, if none of them was seen; in an order that has nothing to do with what they are. */
function chooseOfEachPlace(drills: readonly FormDrill[]): FormDrill[] {
  return joinByPlace(drills)
    .filter((joined) => joined.every(({ isSeen }) => !isSeen))
    .flatMap((joined) => joined.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, 1))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

const order = ({ id }: FormDrill): string => createHash('sha256').update(`form\n${id}`).digest('hex');

/** Drills that share a place, or share one with a drill that does. */
export function joinByPlace<T extends Pick<FormDrill, 'grounds'>>(drills: readonly T[]): T[][] {
  const groups = new Map<T, T[]>();
  const firstOf = new Map<string, T>();
  for (const drill of drills) {
    const own = [drill];
    groups.set(drill, own);
    for (const ground of drill.grounds) {
      const known = firstOf.get(ground);
      if (known === undefined) firstOf.set(ground, drill);
      const [from, to] = [groups.get(drill), known && groups.get(known)];
      if (!from || !to || from === to) continue;
      to.push(...from);
      for (const one of from) groups.set(one, to);
    }
  }
  return [...new Set(groups.values())];
}

/** As many sets as wanted, from the kinds of drills that have most left, so that the forms are like the whole. */
function chooseSets(free: readonly FormDrill[], keyOf: KeyOf, wanted: number): SetOfFour[] {
  const waiting = [...Map.groupBy(free, keyOf)].map(([key, drills]) => ({ key, drills: [...drills] }));
  const chosen: SetOfFour[] = [];
  while (chosen.length < wanted) {
    const [largest] = waiting.toSorted((a, b) => b.drills.length - a.drills.length || (a.key < b.key ? -1 : 1));
    if (!largest || largest.drills.length < 4) break;
    chosen.push(largest.drills.splice(0, 4) as unknown as SetOfFour);
  }
  return chosen;
}

const PERMUTATIONS = [0, 1, 2, 3].flatMap((a) =>
  [0, 1, 2, 3].flatMap((b) => [0, 1, 2, 3].flatMap((c) => (new Set([a, b, c]).size === 3 ? [[a, b, c, 6 - a - b - c] as const] : []))),
);

/** One of each set to each form, so that families, bands and the sum of difficulties stay as even as they can. */
function dealOut(sets: readonly SetOfFour[]): FormDrill[][] {
  let forms: FormDrill[][] = DRILL_FORMS.map(() => []);
  for (const set of sets) {
    const choices = PERMUTATIONS.map((to) => forms.map((form, at) => [...form, set[to[at] ?? 0] as FormDrill]));
    const costs = choices.map(measureCost);
    forms = choices[costs.indexOf(Math.min(...costs))] ?? forms;
  }
  return forms;
}

function measureCost(forms: readonly (readonly FormDrill[])[]): number {
  const sums = forms.map((form) => form.reduce((sum, { difficulty }) => sum + difficulty, 0));
  const uneven = measureDifference(forms, ({ family }) => family) + measureDifference(forms, ({ difficulty }) => toBand(difficulty));
  return uneven + (Math.max(...sums) - Math.min(...sums)) / 10;
}

function measureDifference(forms: readonly (readonly FormDrill[])[], nameOf: KeyOf): number {
  const names = new Set(forms.flat().map(nameOf));
  const differences = [...names].map((name) => {
    const counts = forms.map((form) => form.filter((one) => nameOf(one) === name).length);
    return Math.max(...counts) - Math.min(...counts);
  });
  return Math.max(0, ...differences);
}
