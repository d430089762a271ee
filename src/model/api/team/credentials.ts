import { z } from 'zod';
import { activityIdSchema } from '../../activity.ts';
import { levelSchema } from '../../entrustment.ts';
import { programmeIdSchema, signOffIdSchema } from '../../team/ids.ts';

/** What I may fetch a credential of; nobody else sees this list. */
export const credentialListSchema = z.object({
  signedOff: z.array(
    z.object({
      id: signOffIdSchema,
      activity: activityIdSchema,
      level: levelSchema,
      signer: z.string(),
      signedAt: z.string(),
      expiresAt: z.string(),
      state: z.enum(['holds', 'expired', 'reversed']),
    }),
  ),
  programmes: z.array(z.object({ id: programmeIdSchema, startedAt: z.string(), completedAt: z.string() })),
});
export type CredentialList = z.infer<typeof credentialListSchema>;

/** Whose key it is, for whoever checks a credential. */
export const publishedIssuerSchema = z.object({
  '@context': z.array(z.string()),
  id: z.string(),
  type: z.array(z.string()),
  name: z.string(),
  url: z.string(),
  /** The key as a DID document, for those who read one. */
  didDocument: z.looseObject({ id: z.string() }),
});
export type PublishedIssuer = z.infer<typeof publishedIssuerSchema>;
