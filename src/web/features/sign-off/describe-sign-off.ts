import type { HeldLevel, SignOffCard } from '../../../model/api/team/sign-offs.ts';
import type { ActivityId } from '../../../model/activity-names.ts';
import { LEVEL_NAMES, type Level } from '../../../model/entrustment-levels.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** "1 Jun 2028". */
export const formatDay = (iso: string): string => day.format(new Date(iso));

/** "E5 Prove it works, level 4 Checked after". */
export const nameAsked = (activity: ActivityId, level: Level, name: string): string =>
  `${activity} ${toVisibleText(name)}, level ${level} ${LEVEL_NAMES[level]}`;

/** What a level changes, as a sentence that follows "E5 until …:". */
export const REVIEW_SENTENCES: Readonly<Record<HeldLevel['reviewDepth'], string>> = {
  everything: 'everything is looked at before it ships',
  'key findings': 'the key findings are looked at before it ships',
  'after the fact': 'looked at after the fact, in samples',
};

/** Where a request stands, seen from one of the two. */
export function describeStanding({ state, signerName, name, at, decidedAt }: SignOffCard, mine: 'person' | 'signer'): string {
  const signer = mine === 'signer' ? 'you' : toVisibleText(signerName);
  const who = mine === 'person' ? 'you' : toVisibleText(name);
  const on = decidedAt === null ? '' : ` on ${formatDay(decidedAt)}`;
  switch (state) {
    case 'open':
      return mine === 'signer' ? `Asked by ${who} on ${formatDay(at)}; it waits for you.` : `Asked on ${formatDay(at)}; it waits for ${signer}.`;
    case 'granted':
      return `Signed by ${signer}${on}.`;
    case 'declined':
      return `Declined by ${signer}${on}.`;
    case 'withdrawn':
      return `Taken back by ${who}${on}.`;
    case 'reversed':
      return `Signed by ${signer}${on}, and reversed since.`;
    case 'expired':
      return `Signed by ${signer}${on}; its time is over.`;
  }
}

/** "Signed at level 4 for E5 until 1 Jun 2028: looked at after the fact, in samples." */
export function describeReview(
  { activity, level, reviewDepth, expiresAt }: Pick<HeldLevel, 'activity' | 'level' | 'reviewDepth' | 'expiresAt'>,
  name: string,
): string {
  return `Signed at level ${level} for ${activity} ${toVisibleText(name)} until ${formatDay(expiresAt)}: ${REVIEW_SENTENCES[reviewDepth]}.`;
}
