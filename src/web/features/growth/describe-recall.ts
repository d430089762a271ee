import type { AnsweredCard } from '../../../model/api/recall.ts';
import type { RecallGrade, RecallKind } from '../../../model/recall.ts';
import { formatCount } from '../../text/format-amount.ts';

export const GRADES: readonly { readonly grade: RecallGrade; readonly key: string; readonly label: string }[] = [
  { grade: 'again', key: '1', label: 'No' },
  { grade: 'hard', key: '2', label: 'Hardly' },
  { grade: 'good', key: '3', label: 'Yes' },
  { grade: 'easy', key: '4', label: 'At once' },
];

const KIND_WORDS: Readonly<Record<RecallKind, string>> = {
  plain: '',
  delayed: ' It was a delayed recall: 14 days or more since you learned it.',
  transfer: ' It was a transfer: the case came from somewhere else than the rule.',
};

/** When it comes back, and what kind of recall it was. Said only after the answer. */
export const describeReturn = ({ days, kind }: Pick<AnsweredCard, 'days' | 'kind'>): string =>
  `It comes back in ${formatCount(days, 'day')}.${KIND_WORDS[kind]}`;
