import { z } from 'zod';
import { activityIdSchema } from './activity.ts';
import { levelSchema } from './entrustment.ts';

export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
export const BADGE_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

const uri = z
  .string()
  .min(3)
  .max(2000)
  .regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'It is no URI.');
const text = z.string().min(1).max(8000);
const instant = z.iso.datetime({ offset: true });
/** JSON-LD writes a set of one as it likes. */
const typed = (name: string) => z.union([z.literal(name), z.array(z.string()).refine((types) => types.includes(name), `It lacks the type ${name}.`)]);
const contexts = z
  .array(z.string())
  .min(1)
  .refine(([first]) => first === VC_CONTEXT, `The first context has to be ${VC_CONTEXT}.`);

/** A W3C Data Integrity proof. Which suites can be checked is for the checker to say. */
export const proofSchema = z.looseObject({
  type: z.string(),
  cryptosuite: z.string().optional(),
  created: instant.optional(),
  verificationMethod: uri,
  proofPurpose: z.string(),
  proofValue: z.string().max(200).optional(),
});

const issuerSchema = z.looseObject({ id: uri, type: typed('Profile'), name: text.optional(), url: uri.optional() });

/** Where a verifier looks up whether it was reversed: one bit in a public list. */
export const statusEntrySchema = z.looseObject({
  id: uri.optional(),
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.string(),
  statusListIndex: z.string().regex(/^\d{1,9}$/),
  statusListCredential: uri,
});
export type StatusEntry = z.infer<typeof statusEntrySchema>;

/** Never what the evidence says: a link that asks who comes, and a hash in `description`. */
export const badgeEvidenceSchema = z.looseObject({ id: uri.optional(), type: typed('Evidence'), name: text.optional(), description: text.optional() });

const achievementSchema = z.looseObject({
  id: uri,
  type: typed('Achievement'),
  name: text,
  description: text,
  criteria: z.looseObject({ id: uri.optional(), narrative: text.optional() }),
  achievementType: z.string().optional(),
});

const subjectSchema = z
  .looseObject({
    id: uri.optional(),
    type: typed('AchievementSubject'),
    identifier: z
      .array(z.looseObject({ type: z.literal('IdentityObject'), hashed: z.boolean(), identityHash: z.string(), identityType: z.string() }))
      .min(1)
      .optional(),
    narrative: text.optional(),
    achievement: achievementSchema,
  })
  .refine(({ id, identifier }) => id !== undefined || identifier !== undefined, 'It names nobody: an id or an identifier is missing.');

/** What Open Badges 3.0 requires of an AchievementCredential, and of Verifiable Credentials 2.0 what Rounds reads. Anything more stays. */
export const badgeSchema = z.looseObject({
  '@context': contexts.refine(
    (all) => all.some((one) => one.startsWith('https://purl.imsglobal.org/spec/ob/v3p0/context')),
    'The context of Open Badges 3.0 is missing.',
  ),
  id: uri,
  type: z
    .array(z.string())
    .refine(
      (types) => types.includes('VerifiableCredential') && (types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')),
      'It is not of the type OpenBadgeCredential.',
    ),
  name: text,
  issuer: issuerSchema,
  validFrom: instant,
  validUntil: instant.optional(),
  credentialSubject: subjectSchema,
  evidence: z.array(badgeEvidenceSchema).optional(),
  credentialStatus: statusEntrySchema.optional(),
});
export type Badge = z.infer<typeof badgeSchema>;

export const signedBadgeSchema = badgeSchema.extend({ proof: z.union([proofSchema, z.array(proofSchema).length(1)]) });
export type SignedBadge = z.infer<typeof signedBadgeSchema>;

/** A list of what was reversed, signed by the same issuer. */
export const statusListSchema = z.looseObject({
  '@context': contexts,
  id: uri,
  type: z.array(z.string()).refine((types) => types.includes('BitstringStatusListCredential'), 'It is no BitstringStatusListCredential.'),
  issuer: z.union([uri, z.looseObject({ id: uri })]),
  validFrom: instant.optional(),
  validUntil: instant.optional(),
  credentialSubject: z.looseObject({
    id: uri.optional(),
    type: z.literal('BitstringStatusList'),
    statusPurpose: z.string(),
    /** Multibase base64url of a gzipped string of bits, the first bit leftmost. */
    encodedList: z
      .string()
      .regex(/^u[\w-]+$/)
      .max(4_000_000),
  }),
});
export type StatusList = z.infer<typeof statusListSchema>;

/** What an organisation puts on a badge for one activity, beside what it knows of itself. */
export const signedOffSchema = z.object({
  person: text,
  activity: activityIdSchema,
  level: levelSchema,
  signer: text,
  signedAt: instant,
  expiresAt: instant,
  evidence: z.array(z.object({ link: uri, hash: z.string().regex(/^[0-9a-f]{64}$/), at: instant })),
});
export type SignedOff = z.infer<typeof signedOffSchema>;
