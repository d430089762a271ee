import { z } from 'zod';
import { teamRoleSchema } from '../../team-role.ts';

/** Long enough that guessing is hopeless beside the rate limit; the upper bound keeps hashing it cheap. */
export const passwordSchema = z.string().min(12, 'A password has at least 12 characters.').max(128, 'A password has at most 128 characters.');
const nameSchema = z.string().trim().min(1, 'Say a name.').max(100);
const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email('This is no e-mail address.'));
/** What follows the # of a set-up or invitation link. */
const linkTokenSchema = z.string().regex(/^[\w-]{43}$/, 'This link is not complete.');
const instantSchema = z.string();

export const personSchema = z.object({ id: z.string(), name: z.string(), email: z.string(), role: teamRoleSchema });
export type Person = z.infer<typeof personSchema>;
export const peopleSchema = z.object({ people: z.array(personSchema) });

export const changeRoleSchema = z.strictObject({ role: teamRoleSchema });

export const meSchema = personSchema.extend({ organisation: z.object({ id: z.string(), name: z.string() }) });
export type Me = z.infer<typeof meSchema>;

/** How one may sign in here. */
const signInWaysSchema = z.object({ password: z.literal(true), oidc: z.object({ id: z.string(), name: z.string() }).nullable() });

/** Answers of GET /api/where: a page finds out which Rounds serves it. */
export const whereSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mine'), team: z.object({ url: z.string(), me: meSchema.nullable(), problem: z.string().nullable() }).nullable() }),
  z.object({ kind: z.literal('team'), me: meSchema.nullable(), ready: z.boolean(), ways: signInWaysSchema, sendsMail: z.boolean() }),
]);
export type Where = z.infer<typeof whereSchema>;

export const setUpSchema = z.strictObject({ token: linkTokenSchema, organisation: nameSchema, name: nameSchema, email: emailSchema, password: passwordSchema });
export type SetUp = z.infer<typeof setUpSchema>;

export const joinSchema = z.strictObject({ token: linkTokenSchema, name: nameSchema, password: passwordSchema });
export type Join = z.infer<typeof joinSchema>;

export const invitationTokenSchema = z.strictObject({ token: linkTokenSchema });
/** What an invitation's page shows before anybody joins. */
export const invitationLookSchema = z.object({ organisation: z.string(), email: z.string(), invitedBy: z.string() });
export type InvitationLook = z.infer<typeof invitationLookSchema>;

export const inviteSchema = z.strictObject({ email: emailSchema, role: teamRoleSchema.default('member') });
export type Invite = z.infer<typeof inviteSchema>;

export const invitationSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: teamRoleSchema,
  invitedBy: z.string(),
  expiresAt: instantSchema,
});
export type Invitation = z.infer<typeof invitationSchema>;
export const invitationListSchema = z.object({ invitations: z.array(invitationSchema) });
/** The only time the link is told: of its token only a hash is kept. */
export const madeInvitationSchema = invitationSchema.extend({
  link: z.string(),
  /** Also goes to the person by e-mail. */
  isSent: z.boolean(),
});
export type MadeInvitation = z.infer<typeof madeInvitationSchema>;

export const makeTokenSchema = z.strictObject({ name: nameSchema });
export const personalTokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: instantSchema,
  /** A day, not an instant: enough to find one that nobody uses any more. */
  lastUsedOn: z.string().nullable(),
});
export type PersonalToken = z.infer<typeof personalTokenSchema>;
export const personalTokenListSchema = z.object({ tokens: z.array(personalTokenSchema) });
/** The only time the token is told: only a hash of it is kept. */
export const madeTokenSchema = personalTokenSchema.extend({ token: z.string() });
export type MadeToken = z.infer<typeof madeTokenSchema>;

/** Whether whoever the configured identity provider knows may join this organisation without an invitation. */
export const organisationSettingsSchema = z.strictObject({ joinByOidc: z.boolean() });
/** `provider`: what that identity provider is called; null where the server has none. */
export const organisationViewSchema = organisationSettingsSchema.extend({ provider: z.string().nullable() });
export type OrganisationView = z.infer<typeof organisationViewSchema>;
