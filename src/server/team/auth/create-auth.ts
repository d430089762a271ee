import { betterAuth } from 'better-auth';
import { OIDC_ID } from '../../../app/team/accounts/accounts-app.ts';
import { identifyPerson, identifyToken, PERSONAL_TOKEN_PREFIX } from '../../../app/team/accounts/identify-token.ts';
import { toAuthOptions, type AuthDeps } from './auth-options.ts';
import type { Identify } from './require-person.ts';

export interface Auth {
  /** Answers a request to one of the addresses of auth-routes.ts. */
  readonly handle: (request: Request) => Promise<Response>;
  readonly identify: Identify;
  /** The cookies that sign a person in who has just made an account with this password. */
  readonly signIn: (credentials: { email: string; password: string }) => Promise<readonly string[]>;
}

/** How long to leave an identity provider alone that did not answer. */
const RETRY_PROVIDER_MS = 10_000;

export function createAuth(deps: AuthDeps): Auth {
  let auth = betterAuth(toAuthOptions(deps));
  let triedAt = deps.app.clock().getTime();
  return {
    async handle(request) {
      if (deps.oidc !== null && deps.app.clock().getTime() - triedAt >= RETRY_PROVIDER_MS && !(await hasProvider(auth))) {
        // It reads what the provider says of itself only when it is made.
        auth = betterAuth(toAuthOptions(deps));
        triedAt = deps.app.clock().getTime();
      }
      return auth.handler(request);
    },
    async identify(headers) {
      const bearer = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
      if (bearer?.startsWith(PERSONAL_TOKEN_PREFIX)) return { caller: await identifyToken(deps.app, bearer), cookies: [] };
      if (bearer === undefined && !headers.has('cookie')) return { caller: null, cookies: [] };
      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true });
      const caller = response && (await identifyPerson(deps.app, response.user.id));
      return { caller, cookies: bearer === undefined ? answered.getSetCookie() : [] };
    },
    async signIn(body) {
      const { headers } = await auth.api.signInEmail({ body, returnHeaders: true });
      return headers.getSetCookie();
    },
  };
}

async function hasProvider(auth: { $context: Promise<{ socialProviders: readonly { id: string }[] }> }): Promise<boolean> {
  return (await auth.$context).socialProviders.some(({ id }) => id === OIDC_ID);
}
