import type { CaseView } from '../../../model/api/team/case-views.ts';
import type { Pair } from '../../../model/team/pair.ts';

interface Known {
  readonly pairs: readonly Pair[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly me: string;
}

interface Callable {
  readonly id: string;
  readonly name: string;
  readonly isOfPair: boolean;
}

/** People besides me who may see the case: those of its pair, and everyone once it is published. */
export function whoMayBeCalled({ pair, publishedAt }: Pick<CaseView, 'pair' | 'publishedAt'>, { pairs, people, me }: Known): readonly Callable[] {
  const ofPair = pairs.find(({ id }) => id === pair)?.people ?? [];
  const others = publishedAt === null ? [] : people.filter(({ id }) => !ofPair.some((person) => person.id === id));
  return [...ofPair.map(({ id, name }) => ({ id, name, isOfPair: true })), ...others.map(({ id, name }) => ({ id, name, isOfPair: false }))].filter(
    ({ id }) => id !== me,
  );
}
