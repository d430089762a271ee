import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { readMailSettings } from '../../app/team/mail/read-mail-settings.ts';
import { readOidcSettings, type OidcSettings } from './auth/read-oidc-settings.ts';
import type { TeamServerOptions } from './start-team-server.ts';
import { parsePublicAddresses, type PublicAddresses } from './public-addresses.ts';

/** Not that of a person's own Rounds, which may run on the same machine. */
export const DEFAULT_TEAM_PORT = 4790;
const LOOPBACK_HOSTS = new Set(['127.0.0.1', '::1', 'localhost']);

export interface ServeOptions {
  readonly port?: number;
  readonly host?: string;
  readonly url?: string;
}

interface TeamSettings {
  readonly host: string;
  readonly port: number;
  readonly addresses: PublicAddresses | null;
  readonly oidc: OidcSettings | null;
  readonly mail: TeamServerOptions['mail'];
  readonly trustedProxies: readonly string[];
}

/** From the command line, then the environment. `wrong-usage` where they do not fit together. */
export function readTeamSettings(options: ServeOptions, variables: Readonly<Record<string, string | undefined>>): Result<TeamSettings, Problem> {
  const { host = '127.0.0.1', port = DEFAULT_TEAM_PORT } = options;
  const text = options.url ?? variables['ROUNDS_URL'];
  if (!text && !LOOPBACK_HOSTS.has(host)) {
    return failed(
      problem('wrong-usage', `On ${host} Rounds must know where people reach it.`, {
        why: 'It answers to no other name, so that no other site can speak in its place.',
        next: 'Say it with --url, like https://rounds.example.org.',
      }),
    );
  }
  const addresses = text ? parsePublicAddresses(text) : ok(null);
  if (!addresses.ok) return addresses;
  const oidc = readOidcSettings(variables);
  if (!oidc.ok) return oidc;
  const mail = readMailSettings(variables);
  if (!mail.ok) return mail;
  const trustedProxies = (variables['ROUNDS_PROXY'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return ok({ host, port, addresses: addresses.value, oidc: oidc.value, mail: mail.value, trustedProxies });
}
