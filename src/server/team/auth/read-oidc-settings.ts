import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';

/** The organisation's own identity provider, spoken to by OpenID Connect. */
export interface OidcSettings {
  readonly issuer: string;
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button. */
  readonly name: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** From ROUNDS_OIDC_*; null where none is set, `wrong-usage` where only some are. */
export function readOidcSettings(variables: Variables): Result<OidcSettings | null, Problem> {
  const issuer = variables['ROUNDS_OIDC_ISSUER']?.trim().replace(/\/$/, '') ?? '';
  const clientId = variables['ROUNDS_OIDC_CLIENT_ID'] ?? '';
  const clientSecret = variables['ROUNDS_OIDC_CLIENT_SECRET'] ?? '';
  if (!issuer && !clientId && !clientSecret) return ok(null);
  const missing = Object.entries({ ROUNDS_OIDC_ISSUER: issuer, ROUNDS_OIDC_CLIENT_ID: clientId, ROUNDS_OIDC_CLIENT_SECRET: clientSecret })
    .filter(([, value]) => value === '')
    .map(([name]) => name);
  if (missing.length > 0) return failed(problem('wrong-usage', `The identity provider is set up in part only.`, { next: `Set ${missing.join(' and ')} too.` }));
  if (!/^https?:\/\//.test(issuer) || !URL.canParse(issuer))
    return failed(problem('wrong-usage', 'ROUNDS_OIDC_ISSUER is not an address.', { next: 'Give one like https://login.example.org.' }));
  const discoveryUrl = variables['ROUNDS_OIDC_DISCOVERY'] ?? `${issuer}/.well-known/openid-configuration`;
  return ok({ issuer, discoveryUrl, clientId, clientSecret, name: variables['ROUNDS_OIDC_NAME'] ?? new URL(issuer).hostname });
}
