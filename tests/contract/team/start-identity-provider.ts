/** A real OpenID Connect provider on loopback, which believes whoever names themselves. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error It comes without types.
import ProviderClass from 'oidc-provider';

interface ProviderSettings {
  readonly clients: readonly object[];
  readonly claims: Readonly<Record<string, readonly string[]>>;
  readonly findAccount: (context: unknown, id: string) => { accountId: string; claims: () => Readonly<Record<string, unknown>> };
  readonly cookies: { readonly keys: readonly string[] };
}
const Provider = ProviderClass as new (issuer: string, settings: ProviderSettings) => { callback: () => Parameters<typeof createServer>[1] };

export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stop: () => Promise<void>;
}

/** `returnTo`: the only address it sends people back to. Whoever signs in as NAME has the e-mail address NAME@acme.example. */
export async function startIdentityProvider(returnTo: string, port = 0): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientId = 'rounds';
  const clientSecret = 'a secret between the two of them';
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnTo], token_endpoint_auth_method: 'client_secret_post' }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a key for the cookies of this test'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, email: `${id}@acme.example`, email_verified: true, name: `${id} of Acme` }) }),
  });
  server.on('request', provider.callback() as (...args: unknown[]) => void);
  return {
    issuer,
    clientId,
    clientSecret,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
