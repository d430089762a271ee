import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { OwnAddresses } from '../guards/own-addresses.ts';

/** Where people reach the team server; the first is the one that links and sign-ins lead to. */
export interface PublicAddresses extends OwnAddresses {
  readonly main: string;
  readonly all: readonly string[];
}

/** `text` is one address or several with commas between; `wrong-usage` where one is no http address without a path. */
export function parsePublicAddresses(text: string): Result<PublicAddresses, Problem> {
  const origins: string[] = [];
  for (const given of text.split(',').map((part) => part.trim())) {
    const url = URL.canParse(given) ? new URL(given) : null;
    const isAddress = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
    if (!isAddress) {
      return failed(
        problem('wrong-usage', `${given || 'An empty text'} is not an address that Rounds can be reached at.`, {
          next: 'Give one like https://rounds.example.org, several with commas between.',
        }),
      );
    }
    origins.push(url.origin);
  }
  return ok(toPublicAddresses(origins as [string, ...string[]]));
}

/** Of well-formed origins. */
export function toPublicAddresses(origins: readonly [string, ...string[]]): PublicAddresses {
  const hosts = origins.flatMap((origin) => {
    const { host, hostname, port, protocol } = new URL(origin);
    // Some clients send the port that the scheme implies, browsers leave it out.
    return port === '' ? [host, `${hostname}:${protocol === 'https:' ? 443 : 80}`] : [host];
  });
  return { main: origins[0], all: [...new Set(origins)], hosts: new Set(hosts), origins: new Set(origins) };
}
