/** Secrets in addresses: user:password@, a token as the user, parameters that sign or authorise. */
import type { Detector, Match } from '../match.ts';
import { isPlaceholder } from '../values/is-placeholder.ts';
import { isNumberedPassphrase } from '../values/judge-value.ts';
import { isUuid, looksRandom } from '../values/looks-random.ts';

const USER_INFO = /:\/\/([^\s/?#"'`<>@:]{0,256})(?::([^\s"'`<>]{1,300}))?@(?=[\w[.%$-])/g;
const DATABASE =
  /(?:mysqlx?|mariadb|postgres(?:ql)?|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|clickhouse|cockroachdb|couchdb|neo4j|bolt|ldaps?|nats|kafka|oracle|db2)(?:\+[a-z0-9]{1,12})?$/i;
const PARAMETER =
  /[?&;](?:[\w-]{0,30}(?:token|secret|signature|password|passwd|credential|api[_-]?key|access[_-]?key|auth[_-]?key|private[_-]?key)|sig|apikey|appid|key|pwd|pass|auth|jwt|sid|session(?:id|_id)?|code|hmac|st|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature)=((?:[^\s&"'`<>#;\\]|&(?=[!@#$%^*?~+\d-])){6,2048})/gi;

/** Go's MySQL driver: `user:password@tcp(host)`. */
const GO_MYSQL = /(?<![\w.-])[\w.-]{1,60}:([^\s"'`]{4,200})@(?:tcp|unix)\(/g;
/** Oracle's own way: `jdbc:oracle:thin:user/password@host`. */
const ORACLE = /jdbc:oracle:\w{2,6}:[\w.$-]{1,60}\/([^\s@/"'`]{4,100})@/g;

/** A link sent to a person: whoever opens it is let in. */
const LINK =
  /:\/\/[^\s"'`<>?#]{1,200}?\/[\w-]{0,30}(?:magic|reset|invit|verif|confirm|activat|sign-?in|log-?in|recover|unsubscribe)[\w/-]{0,40}\?[a-z_]{1,20}=([A-Za-z0-9_.~-]{16,400})/gi;

export const findUrlCredentials: Detector = (text) => {
  const matches: Match[] = [];
  for (const found of text.matchAll(USER_INFO)) {
    const [, user = '', rawPassword] = found;
    const start = found.index + 3;
    if (rawPassword === undefined) {
      if ((looksRandom(user, 10) && !isPlaceholder(user)) || isNumberedPassphrase(user))
        matches.push({ kind: 'url-credential', start, end: start + user.length });
      continue;
    }
    const password = cutPassword(rawPassword);
    if (password === undefined || isPlaceholder(password)) continue;
    const passwordStart = start + user.length + 1;
    const scheme = text.slice(Math.max(0, found.index - 24), found.index);
    matches.push({ kind: DATABASE.test(scheme) ? 'database-password' : 'url-credential', start: passwordStart, end: passwordStart + password.length });
    if (user.length >= 20 && looksRandom(user, 20)) matches.push({ kind: 'url-credential', start, end: start + user.length });
  }
  for (const { 0: whole, 1: value = '', index } of text.matchAll(ORACLE)) {
    const end = index + whole.length - 1;
    if (!isPlaceholder(value)) matches.push({ kind: 'database-password', start: end - value.length, end });
  }
  for (const { 0: whole, 1: value = '', index } of /@(?:tcp|unix)\(/.test(text) ? text.matchAll(GO_MYSQL) : []) {
    const start = index + whole.indexOf(':') + 1;
    if (!isPlaceholder(value)) matches.push({ kind: 'database-password', start, end: start + value.length });
  }
  for (const { 0: whole, 1: value = '', index } of text.includes('://') ? text.matchAll(LINK) : []) {
    if (looksRandom(value, 16) && !isUuid(value))
      matches.push({ kind: 'url-credential', start: index + whole.length - value.length, end: index + whole.length });
  }
  if (/hook/.test(text)) matches.push(...findHooks(text));
  if (text.includes('=')) matches.push(...findParameters(text));
  return matches;
};

/** @param raw everything up to the last @ of the word: a password may hold an @, and so may a path after the host */
function cutPassword(raw: string): string | undefined {
  const slash = raw.indexOf('/');
  const authority = slash === -1 ? raw : raw.slice(0, slash);
  const at = slash === -1 ? -1 : authority.lastIndexOf('@');
  const password = at === -1 ? raw : authority.slice(0, at);
  // `host:8080/path@version`: a port and a path, no password.
  return /^\d{1,5}(?:\/|$)/.test(password) ? undefined : password;
}

/** Addresses that whoever knows them may post to. */
const HOOK =
  /https?:\/\/(?:[\w-]{0,40}hooks?\b[^\s"'`<>/]{0,100}\/|[^\s"'`<>/]{1,100}\/(?:[\w-]{1,30}\/){0,4}(?:incoming-?|web)?hooks?\/)[^\s"'`<>?#]{0,60}?([A-Za-z0-9_-]{20,200})(?![A-Za-z0-9_-])/g;

function findHooks(text: string): Match[] {
  return [...text.matchAll(HOOK)].flatMap(({ 0: whole, 1: value = '', index }) =>
    looksRandom(value, 20) && !isPlaceholder(value) ? [{ kind: 'webhook-url', start: index + whole.length - value.length, end: index + whole.length }] : [],
  );
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
