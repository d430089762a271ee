import type { HeldBelief, ShownEvidence } from '../../../model/api/growth.ts';
import type { MisconceptionState } from '../../../model/misconception-ledger.ts';
import { formatCount, joinWords } from '../../text/format-amount.ts';

export const STATE_WORDS: Readonly<Record<MisconceptionState, string>> = {
  'to-ask': 'A reason to ask',
  suspected: 'Suspected',
  confirmed: 'Confirmed, in your own words',
  addressed: 'Addressed',
  resolved: 'Resolved',
  relapsed: 'Relapsed',
};

export const SOURCE_WORDS: Readonly<Record<ShownEvidence['source'], string>> = {
  distractor: 'What you expected',
  prediction: 'What you foresaw',
  question: 'Your own words',
  recall: 'Recall',
  moment: 'What the session showed',
};

/** "2 cases for, 1 against; relapsed once." Counts of cases, never a chance. */
export function describeWeight({ standing }: Pick<HeldBelief, 'standing'>): string {
  const { occasionsFor, occasionsAgainst, inOwnWords, relapses } = standing;
  const parts = [
    `${formatCount(occasionsFor, 'case')} for`,
    `${occasionsAgainst} against`,
    ...(inOwnWords > 0 ? [`${inOwnWords} in your own words`] : []),
    ...(relapses > 0 ? [`relapsed ${relapses === 1 ? 'once' : `${relapses} times`}`] : []),
  ];
  return `${joinWords(parts)}.`;
}
