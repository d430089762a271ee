interface Count {
  readonly right: number;
  readonly of: number;
}

/** What `npm run quality` wrote of a rule, as far as its stage goes. */
export interface MeasuredStage {
  readonly stage: string;
  readonly shown: boolean;
  /** In sessions that readers judged. */
  readonly read: Count;
  readonly diffs?: Count | undefined;
  readonly family: string;
  readonly familyRead: Count;
  readonly low: number;
}

/** A rule's stage and the places it rests on, in one sentence: "nursery, printed by default: right in 2 of 3 …". */
export function explainStage({ stage, shown, read, diffs, family, familyRead, low }: MeasuredStage): string {
  const own = `right in ${read.right} of ${read.of} judged places${diffs && diffs.of > 0 ? ` and ${diffs.right} of ${diffs.of} in diffs` : ''}`;
  if (stage === 'stable') return `stable: ${own}`;
  const pooled = `rules of its family, “${family}”, ${familyRead.right} of ${familyRead.of}; together at least ${low.toFixed(2)}`;
  return `nursery, ${shown ? 'printed by default' : 'held back'}: ${own}, ${pooled}`;
}
