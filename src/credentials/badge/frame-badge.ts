import { BADGE_CONTEXT, VC_CONTEXT, type Badge, type SignedOff, type StatusEntry } from '../../model/credential.ts';
import { ACTIVITY_NAMES } from '../../model/activity-names.ts';
import { LEVEL_NAMES } from '../../model/entrustment-levels.ts';
import { toStableId } from '../stable-id.ts';
import { toSecond } from './sign-credential.ts';

/** What every credential of an organisation carries. */
interface BadgeFrame {
  /** The same for the same sign-off, however often it is fetched. */
  readonly id: string;
  readonly issuer: { readonly id: string; readonly name: string; readonly url: string };
  readonly status: StatusEntry;
}

interface ActivityBadge extends BadgeFrame {
  readonly signedOff: SignedOff;
  /** What a person does at that level. */
  readonly levelText: string;
}

export interface CompletedProgramme {
  readonly person: string;
  readonly lead: string;
  readonly startedAt: string;
  readonly completedAt: string;
}

/** One activity at one level, signed off by somebody who is not the daily preceptor. It waits to be signed. */
export function frameActivityBadge({ signedOff, levelText, ...frame }: ActivityBadge): Badge {
  const { person, activity, level, signer, signedAt, expiresAt, evidence } = signedOff;
  const name = `${ACTIVITY_NAMES[activity]}: ${LEVEL_NAMES[level]}`;
  return {
    ...toBase(frame, name, signedAt),
    validUntil: toSecond(expiresAt),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [toIdentity(person)],
      narrative: `Signed off by ${signer}, who is not the daily preceptor, on ${signedAt.slice(0, 10)}.`,
      achievement: {
        id: toStableId('level', activity, String(level)),
        type: ['Achievement'],
        name,
        description: levelText,
        criteria: {
          narrative: `Observed cases of real work, in more than one context and by more than one rater, of which somebody other than the daily preceptor decided that the next may be done at level ${level} of 5 in ${activity}. It is about the next case of this activity and about nothing else. Levels and texts are a considered proposal, not validated on engineers.`,
        },
        achievementType: 'Competency',
      },
    },
    evidence: evidence.map(({ link, hash, at }) => ({
      id: link,
      type: ['Evidence'],
      name: `A case observed on ${at.slice(0, 10)}`,
      description: `${HASHED}${hash}`,
    })),
  };
}

/** A year that was completed. It says that it took place, and of no activity how well. */
export function frameCompletionBadge({ completed, ...frame }: BadgeFrame & { readonly completed: CompletedProgramme }): Badge {
  const { person, lead, startedAt, completedAt } = completed;
  const name = 'Software preceptorship';
  return {
    ...toBase(frame, name, completedAt),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [toIdentity(person)],
      narrative: `From ${startedAt.slice(0, 10)} to ${completedAt.slice(0, 10)}, led by ${lead}.`,
      achievement: {
        id: toStableId('programme'),
        type: ['Achievement'],
        name,
        description:
          'Completed a software preceptorship: a year of small projects in a pair, directing agents, taking the result apart, and judging real cases blind.',
        criteria: {
          narrative:
            'All projects closed with their deconstruction, the reviews held, and the programme completed. Readiness in an activity has credentials of its own.',
        },
        achievementType: 'CertificateOfCompletion',
      },
    },
  };
}

/** What stands before the hash in `description` of an evidence. */
export const HASHED = 'SHA-256 of the case as it was when it was attached: ';

type BadgeBase = Pick<Badge, '@context' | 'id' | 'type' | 'name' | 'issuer' | 'validFrom' | 'credentialStatus'>;

function toBase({ id, issuer, status }: BadgeFrame, name: string, from: string): BadgeBase {
  return {
    '@context': [VC_CONTEXT, BADGE_CONTEXT],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom: toSecond(from),
    credentialStatus: status,
  };
}

const toIdentity = (name: string) => ({ type: 'IdentityObject' as const, hashed: false, identityHash: name, identityType: 'name' });
