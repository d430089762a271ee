import type { BetterAuthOptions } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { bearer, deviceAuthorization, genericOAuth, organization, type GenericOAuthConfig } from 'better-auth/plugins';
import { OIDC_ID, type AccountsApp } from '../../../app/team/accounts/accounts-app.ts';
import { admitPerson, canJoinByOidc } from '../../../app/team/accounts/join-by-oidc.ts';
import { endAccessAfterReset, RESET_SECONDS, sendReset } from '../../../app/team/accounts/reset-password.ts';
import { explainFailure } from '../../../app/team/explain-failure.ts';
import { makeAccountId } from '../../../model/account-ids.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import { CLIENT_ADDRESS_HEADER } from '../client-address.ts';
import type { LineLog } from '../log/create-line-log.ts';
import type { PublicAddresses } from '../public-addresses.ts';
import type { OidcSettings } from './read-oidc-settings.ts';
import { signDeviceToken } from './sign-device-token.ts';

export interface AuthDeps {
  readonly app: AccountsApp;
  readonly addresses: PublicAddresses;
  /** Signs cookies; every process of one team server has the same. */
  readonly secret: string;
  readonly oidc: OidcSettings | null;
  /** Proxies in front of this server, as addresses or ranges; only what they say of a client's address is believed. */
  readonly trustedProxies: readonly string[];
  readonly log: LineLog;
  readonly reportBug: (error: unknown) => void;
}

/** The program that `rounds login` is; others that ask for a device code are refused. */
export const CLI_CLIENT_ID = 'rounds-cli';

const MIN_PASSWORD = 12;
const MAX_PASSWORD = 128;

/** How better-auth is set up here. Which of its addresses can be reached at all is said in auth-routes.ts. */
export function toAuthOptions({ app, addresses, secret, oidc, trustedProxies, log, reportBug }: AuthDeps) {
  const tellRefused = (put: Result<boolean, Problem>): void => {
    if (!put.ok) log.tell('letter-not-kept', { tag: put.problem.tag });
  };
  return {
    appName: 'rounds',
    baseURL: addresses.main,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [...addresses.all],
    database: { db: app.accounts, type: 'postgres', schemaName: 'auth', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      ...(app.outbox && {
        // Not waited for: how long an answer takes must not tell whether there is such an account.
        sendResetPassword: async ({ user, token }) =>
          void sendReset(app, { person: user.id, token, provider: oidc?.name ?? 'your identity provider' }).then(tellRefused, reportBug),
        onPasswordReset: ({ user }) => endAccessAfterReset(app, user.id).then(tellRefused, reportBug),
      }),
    },
    // In every environment, not only where NODE_ENV says production. Guessing a password is what costs most to allow.
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 8 },
        '/sign-in/social': { window: 60, max: 20 },
        '/change-password': { window: 60, max: 5 },
        '/request-password-reset': { window: 60, max: 5 },
        '/reset-password': { window: 60, max: 8 },
        '/device': { window: 60, max: 20 },
        '/device/approve': { window: 60, max: 20 },
        '/device/code': { window: 60, max: 20 },
      },
    },
    // Whoever reads the database cannot choose a password with what is kept of a link.
    verification: { storeIdentifier: { default: 'plain', overrides: { 'reset-password': 'hashed' } } },
    // An account is one person's: an e-mail address that somebody typed proves nothing, so accounts are never joined by it.
    account: { accountLinking: { enabled: true, disableImplicitLinking: true }, updateAccountOnSignIn: false },
    advanced: {
      cookiePrefix: 'rounds',
      // Said outright: better-auth leaves these checks out where NODE_ENV says test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: addresses.main.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER], trustedProxies: [...trustedProxies] },
      database: { generateId: ({ model }) => makeAccountId(model) },
    },
    telemetry: { enabled: false },
    onAPIError: {
      errorURL: `${addresses.main}/sign-in`,
      // Refusals are answered, not logged: their words may quote what somebody typed.
      onError: (error) => {
        if (!isAPIError(error) && explainFailure(error) === null) reportBug(error);
      },
    },
    user: {
      // Invited people are written by the use case that takes their invitation: whoever is new here comes from the identity provider.
      validateUserInfo: async ({ source: { action } }) =>
        action === 'create-user' && !(await canJoinByOidc(app)) ? { error: 'invitation_needed' } : undefined,
    },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => ((await admitPerson(app, userId)) ? undefined : false) } },
      // Nothing here asks the identity provider anything later, so its tokens are not kept.
      account: { create: { before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }) } },
    },
    hooks: { after: signDeviceToken(secret) },
    // Messages may quote what somebody typed.
    logger: { level: 'error', log: (level, message) => log.tell('accounts', { level, what: message.split(':')[0] ?? '' }) },
    plugins: [
      organization({ allowUserToCreateOrganization: false }),
      // A token as the database has it opens nothing: only signed ones do (docs/decisions/0022).
      bearer({ requireSignature: true }),
      deviceAuthorization({ expiresIn: '10m', interval: '5s', verificationUri: '/device', validateClient: (id) => id === CLI_CLIENT_ID }),
      ...(oidc ? [genericOAuth({ config: [toProvider(oidc)] })] : []),
    ],
  } satisfies BetterAuthOptions;
}

function toProvider({ discoveryUrl, clientId, clientSecret, name }: OidcSettings): GenericOAuthConfig {
  return {
    providerId: OIDC_ID,
    name,
    discoveryUrl,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    requireIdTokenVerification: true,
    // Providers need not say a name; an empty one could not be told from another.
    mapProfileToUser: ({ name: fullName, preferred_username: handle, email }) => ({
      name: [fullName, handle, email].find((text): text is string => typeof text === 'string' && text.trim() !== '') ?? '',
    }),
  };
}
