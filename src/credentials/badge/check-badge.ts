import { signedBadgeSchema, statusListSchema, type SignedBadge, type StatusList } from '../../model/credential.ts';
import { checkProof } from './check-proof.ts';
import { isMarked } from './status-list.ts';

/** One thing a verifier asks, and what can be said without a network. */
export interface BadgeCheck {
  readonly asked: 'form' | 'signature' | 'dates' | 'reversal' | 'issuer' | 'holder' | 'evidence';
  readonly verdict: 'holds' | 'fails' | 'not checked';
  readonly words: string;
}

interface CheckedAgainst {
  readonly now: Date;
  /** The list of what was reversed, as it was fetched by somebody; null where there is none at hand. */
  readonly statusList: unknown;
  /** The did:key that the organisation is known by; null where nobody said. */
  readonly issuer: string | null;
}

export interface CheckedBadge {
  /** Null where it is no badge at all. */
  readonly badge: SignedBadge | null;
  readonly checks: readonly BadgeCheck[];
  /** The signature holds and nothing fails. What was not checked stands beside it. */
  readonly holds: boolean;
}

/** Everything that can be said of a badge from the file alone, and just as plainly what cannot. */
export async function checkBadge(given: unknown, against: CheckedAgainst): Promise<CheckedBadge> {
  const parsed = signedBadgeSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
    return {
      badge: null,
      checks: [{ asked: 'form', verdict: 'fails', words: `It is no Open Badges 3.0 credential. ${where}${issue?.message ?? ''}` }],
      holds: false,
    };
  }
  const badge = parsed.data;
  const signature = await checkSignature(badge);
  const checks: BadgeCheck[] = [
    { asked: 'form', verdict: 'holds', words: 'It has what Open Badges 3.0 requires.' },
    signature,
    checkDates(badge, against.now),
    await checkReversal(badge, against),
    checkIssuer(badge, against.issuer),
    { asked: 'holder', verdict: 'not checked', words: 'Whether who shows it is the person it names: ask them.' },
    checkEvidence(badge),
  ];
  return { badge, checks, holds: signature.verdict === 'holds' && checks.every(({ verdict }) => verdict !== 'fails') };
}

async function checkSignature(badge: SignedBadge): Promise<BadgeCheck> {
  const proof = await checkProof(badge);
  if (proof.verdict === 'holds') return { asked: 'signature', verdict: 'holds', words: `Every statement is as the holder of ${badge.issuer.id} signed it.` };
  const words = proof.verdict === 'fails' ? 'It was altered, or somebody else signed it' : 'What it refers to is not at hand';
  return { asked: 'signature', verdict: proof.verdict, words: `${words}: ${proof.why}` };
}

function checkDates({ validFrom, validUntil }: SignedBadge, now: Date): BadgeCheck {
  if (new Date(validFrom) > now) return { asked: 'dates', verdict: 'fails', words: `It holds from ${validFrom} on.` };
  if (validUntil && new Date(validUntil) <= now) return { asked: 'dates', verdict: 'fails', words: `It expired at ${validUntil}.` };
  return { asked: 'dates', verdict: 'holds', words: validUntil ? `It holds until ${validUntil}.` : 'It does not expire.' };
}

async function checkReversal({ credentialStatus: entry, issuer }: SignedBadge, { statusList, now }: CheckedAgainst): Promise<BadgeCheck> {
  const say = (verdict: BadgeCheck['verdict'], words: string): BadgeCheck => ({ asked: 'reversal', verdict, words });
  if (!entry) return say('not checked', 'It names no list of reversals.');
  if (statusList === null)
    return say('not checked', `Whether it was reversed since: the list is at ${entry.statusListCredential}. Fetch it, and give it with --status.`);
  const list = statusListSchema.safeParse(statusList);
  if (!list.success || list.data.credentialSubject.statusPurpose !== entry.statusPurpose) return say('not checked', 'The list given is no list of reversals.');
  if (list.data.id !== entry.statusListCredential)
    return say('not checked', `The list given is ${list.data.id}; the credential names ${entry.statusListCredential}.`);
  if (toIssuerId(list.data) !== issuer.id) return say('not checked', 'The list given is of another issuer.');
  const proof = await checkProof(list.data);
  if (proof.verdict !== 'holds') return say('not checked', `The list given does not hold: ${proof.why}`);
  const marked = isMarked(list.data, Number(entry.statusListIndex));
  if (marked === null) return say('not checked', 'The list given cannot be read.');
  if (marked) return say('fails', 'It was reversed.');
  const { validUntil } = list.data;
  // An old list still shows what was reversed by then; only what it does not show may have changed.
  if (validUntil && new Date(validUntil) <= now) return say('not checked', `The list given is too old: it could be relied on until ${validUntil}.`);
  return say('holds', `It was not reversed by ${list.data.validFrom ?? 'the time of the list'}.`);
}

const toIssuerId = ({ issuer }: StatusList): string => (typeof issuer === 'string' ? issuer : issuer.id);

function checkIssuer({ issuer: { id, name, url } }: SignedBadge, expected: string | null): BadgeCheck {
  const called = name ? `${name} (as it calls itself)` : 'it';
  if (expected === null) {
    const where = url ? ` Compare ${id} with what is published at ${url}, and give it with --issuer.` : ` Ask them for their key and compare it with ${id}.`;
    return { asked: 'issuer', verdict: 'not checked', words: `Whether the key is of ${called}.${where}` };
  }
  return id === expected
    ? { asked: 'issuer', verdict: 'holds', words: `It was issued with the key you gave for ${called}.` }
    : { asked: 'issuer', verdict: 'fails', words: `It was issued with ${id}, not with the key you gave.` };
}

function checkEvidence({ evidence = [] }: SignedBadge): BadgeCheck {
  const words =
    evidence.length === 0
      ? 'It names no evidence.'
      : `What the evidence shows (${evidence.length}): it stays with the organisation, who may look is decided there; here are its hashes only.`;
  return { asked: 'evidence', verdict: 'not checked', words };
}
