/** Secrets that only their place in a call gives away: `connect(host, user, '…')`, `BasicAuth("user", "…")`, `TOTP("…")`. */
import type { Detector, Match } from '../match.ts';
import { isPlaceholder } from '../values/is-placeholder.ts';
import { isPassphrase, readsAsPassword } from '../values/judge-value.ts';
import { looksRandom } from '../values/looks-random.ts';

const SIGN_IN =
  /\b(\w{0,40}(?:auth|credentials?|connect|connection|log_?in|sign_?in|PDO|__construct|createHmac))["']?\s{0,2}[=:]?\s{0,2}[([]([^()[\]\n]{8,300})[)\]]/gi;
const QUOTED = /(["'`])([^"'`\n]{1,200})\1/g;
/** Calls whose one text is the secret itself. */
const TAKES_SECRET =
  /\b(?:TOTP|HOTP|Wallet|SigningKey|SecretKeySpec|privateKeyToAccount|Fernet|SymmetricKey)\(\s{0,4}b?["'`](?:0x)?([A-Za-z0-9+/=_-]{16,120})["'`]/g;

/** The key that a token is signed or read with. */
const SIGNED_WITH = /\b(?:jwt|JWT|jsonwebtoken|jose)\.(?:sign|verify|encode|decode)\(\s{0,20}[^()"'`]{1,120},\s{0,20}["'`]([^"'`\s]{8,200})["'`]/g;

export const findCodeArguments: Detector = (text) => {
  const matches: Match[] = [];
  for (const { 0: whole, 2: list = '', index } of text.matchAll(SIGN_IN)) {
    const listStart = index + whole.length - 1 - list.length;
    let previous = '';
    for (const { 0: quoted, 2: value = '', index: at } of list.matchAll(QUOTED)) {
      // The user stands before the password.
      const follows = /^[\w.@+-]{1,64}$/.test(previous);
      if (follows && (readsAsPassword(value) || isPassphrase(value) || looksRandom(value, 12)))
        matches.push({ kind: 'password', start: listStart + at + 1, end: listStart + at + quoted.length - 1 });
      previous = value;
    }
  }
  const addArguments = (pattern: RegExp, holds: (value: string) => boolean) => {
    for (const { 0: whole, 1: value = '', index } of text.matchAll(pattern)) {
      if (!holds(value) || isPlaceholder(value)) continue;
      const start = index + whole.lastIndexOf(value);
      matches.push({ kind: 'secret', start, end: start + value.length });
    }
  };
  addArguments(TAKES_SECRET, (value) => looksRandom(value, 16));
  addArguments(SIGNED_WITH, (value) => readsAsPassword(value) || isPassphrase(value));
  return matches;
};
