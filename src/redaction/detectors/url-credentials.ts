/** Secrets in addresses: user:password@, a token as the user, parameters that sign or authorise. */
import type { Detector, Match } from '../match.ts';
import { isPlaceholder } from '../values/is-placeholder.ts';
import { looksRandom } from '../values/looks-random.ts';

const USER_INFO = /:\/\/([^\s/?#"'`<>@:]{0,256})(?::([^\s"'`<>]{1,300}))?@(?=[\w[.%$-])/g;
const DATABASE =
  /(?:mysqlx?|mariadb|postgres(?:ql)?|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|clickhouse|cockroachdb|couchdb|neo4j|bolt|ldaps?|nats|kafka|oracle|db2)(?:\+[a-z0-9]{1,12})?$/i;
const PARAMETER =
  /[?&;](?:[\w-]{0,30}(?:token|secret|signature|password|passwd|credential|api[_-]?key|access[_-]?key|auth[_-]?key|private[_-]?key)|sig|apikey|appid|key|pwd|pass|auth|jwt|sid|session(?:id|_id)?|code|hmac|st|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature)=([^\s&"'`<>#;\\]{6,2048})/gi;

export const findUrlCredentials: Detector = (text) => {
  const matches: Match[] = [];
  for (const found of text.matchAll(USER_INFO)) {
    const [whole, user = '', rawPassword] = found;
    const start = found.index + 3;
    if (rawPassword === undefined) {
      if (user.length >= 20 && looksRandom(user, 20) && !isPlaceholder(user)) matches.push({ kind: 'url-credential', start, end: start + user.length });
      continue;
    }
    // The greedy part may run over an address in a path or query: the first slash before the last @ ends the credentials, unless what follows it still names a host.
    const password = cutPassword(rawPassword);
    if (password === undefined || isPlaceholder(password)) continue;
    const passwordStart = start + user.length + 1;
    const scheme = text.slice(Math.max(0, found.index - 24), found.index);
    matches.push({ kind: DATABASE.test(scheme) ? 'database-password' : 'url-credential', start: passwordStart, end: passwordStart + password.length });
    if (user.length >= 20 && looksRandom(user, 20)) matches.push({ kind: 'url-credential', start, end: start + user.length });
    if (whole.length > 500) continue;
  }
  if (text.includes('=')) matches.push(...findParameters(text));
  return matches;
};

function cutPassword(raw: string): string | undefined {
  const at = raw.indexOf('@');
  const first = at === -1 ? raw : raw.slice(0, at);
  // `host:8080/path@version`: a port and a path, no password.
  if (/^\d{1,5}\//.test(first) || /^\d{1,5}$/.test(first)) return undefined;
  if (at === -1) return first;
  // A password may itself hold an unencoded @: the part up to the last @ before the first slash.
  const slash = raw.indexOf('/', at);
  const authority = slash === -1 ? raw : raw.slice(0, slash);
  const lastAt = authority.lastIndexOf('@');
  return authority.slice(lastAt + 1).includes('.') && lastAt > at ? authority.slice(0, lastAt) : first;
}

function findParameters(text: string): Match[] {
  const matches: Match[] = [];
  for (const found of text.matchAll(PARAMETER)) {
    const value = found[1] ?? '';
    const name = found[0].slice(1, found[0].indexOf('=')).toLowerCase();
    const isVague = /^(?:key|code|sid|st|session(?:_?id)?|appid|hmac|auth|.*(?:page|continuation|sync|cursor).*)$/.test(name);
    if (isPlaceholder(value) || (isVague ? !looksRandom(value, 20) : !looksRandom(value, 10) && !/pass|pwd|secret/.test(name))) continue;
    if (/(?:page|continuation|sync|cursor)/.test(name)) continue;
    const end = found.index + found[0].length;
    matches.push({ kind: name.includes('sig') ? 'signature' : 'url-credential', start: end - value.length, end });
  }
  return matches;
}
