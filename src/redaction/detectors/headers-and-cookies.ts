import type { Detector, Match } from '../match.ts';
import { isPlaceholder } from '../values/is-placeholder.ts';
import { isTranscriptId, isUuid, looksRandom } from '../values/looks-random.ts';

/** `Authorization: Scheme value`, however it is quoted (header line, JSON, object literal, curl argument). */
const AUTHORIZATION = /authorization["'`\]]{0,2}\s{0,4}[:=,]\s{0,4}["'`]?([A-Za-z][A-Za-z0-9_-]{1,30})[ \t]{1,4}([^\s"'`<>,;\\]{6,4096})/gi;
const BARE_AUTHORIZATION = /authorization["'`]{0,2}\s{0,4}:\s{0,4}["'`]?([A-Za-z0-9_.~+/=-]{16,4096})(?=$|[\s"'`,;\\])/gim;
const BEARER = /\b(?:bearer|basic)[ \t]{1,4}([A-Za-z0-9_.~+/=-]{12,4096})/gi;
const SIGNATURE = /\bSignature=["']?([A-Za-z0-9+/=]{32,512})/g;
/** `response` of HTTP Digest (RFC 7616) stands for the password. */
const DIGEST = /\bresponse="?([a-f0-9]{32,64})"?/g;
const COOKIE =
  /(?:\b(?:set-)?cookie\b["'`\]]{0,2}\s{0,4}[:=,]\s{0,4}\[?\s{0,4}["'`]?|(?:-b|--cookie)\s{1,4}["']|document\.cookie\s?=\s?["'`])([^\n"'`]{4,8192})/gi;
const COOKIE_PAIR = /([!#$%&*+.^_|~\w-]{1,80})=([^;,\s\\"']{4,4096})/g;
/** Cookies whose names are known to hold a session, wherever they stand. */
const KNOWN_COOKIE =
  /(?:\.AspNetCore\.[\w.]{1,60}|ASP\.NET_SessionId|connect\.sid|PHPSESSID|JSESSIONID|laravel_session|_session_id|cf_clearance|wordpress_logged_in_\w{1,40}|__(?:Secure|Host)-[\w.-]{1,60}|next-auth\.session-token)=([^;,\s\\"'`&]{12,4096})/gi;
/** A line of a cookie jar (Netscape's format, curl and wget write it). */
const JAR_LINE = /^\S{3,200}\t(?:TRUE|FALSE)\t\/\S{0,200}\t(?:TRUE|FALSE)\t\d{1,12}\t\S{1,100}\t(\S{8,4096})$/gm;
const COOKIE_ATTRIBUTE = /^(?:path|domain|expires|max-age|samesite|version|priority|partitioned)$/i;
const SESSION_NAME =
  /sess|sid|auth|token|csrf|xsrf|jwt|login|remember|user|ident|identity|secret|credential|sso|saml|cf_clearance|__cf_bm|laravel|aspx|_gh_|logged/i;

export const findHeadersAndCookies: Detector = (text) => {
  const matches: Match[] = [];
  const add = (kind: string, found: RegExpExecArray, value: string) => {
    const start = found.index + found[0].lastIndexOf(value);
    matches.push({ kind, start, end: start + value.length });
  };
  const hasHeader = /authorization/i.test(text);
  if (hasHeader) {
    for (const found of text.matchAll(AUTHORIZATION)) {
      const [, scheme = '', value = ''] = found;
      if (
        isPlaceholder(value) ||
        /^(?:header|headers|is|was|must|required|failed|code|server|error|via|for|with|and|policy|request|token|the|to|bearer|flow|check|middleware|not)$/i.test(
          value,
        )
      )
        continue;
      if (
        /^(?:basic|bearer|token|apikey|api-key|key|ssws|digest|negotiate|ntlm|oauth|hawk|aws4-hmac-sha256|genie.{0,10}|splunk|bot|sso-key|dsn|klaviyo-api-key|discogs|private|secret)$/i.test(
          scheme,
        ) ||
        looksRandom(value, 16)
      ) {
        if (/^(?:basic|bearer|token|bot)$/i.test(scheme) ? isCredential(value) : looksRandom(value, 12)) add('authorization', found, value);
      }
    }
    for (const found of text.matchAll(BARE_AUTHORIZATION)) if (looksRandom(found[1] ?? '', 16)) add('authorization', found, found[1] ?? '');
    if (text.includes('Signature=')) for (const found of text.matchAll(SIGNATURE)) add('signature', found, found[1] ?? '');
    if (/\bDigest\b/.test(text)) for (const found of text.matchAll(DIGEST)) add('authorization', found, found[1] ?? '');
  }
  for (const found of text.matchAll(BEARER)) if (isCredential(found[1] ?? '')) add('authorization', found, found[1] ?? '');
  for (const found of text.matchAll(KNOWN_COOKIE)) if (looksRandom(found[1] ?? '', 12)) add('cookie', found, found[1] ?? '');
  for (const found of text.matchAll(JAR_LINE)) if (looksRandom(found[1] ?? '', 12)) add('cookie', found, found[1] ?? '');
  if (/cookie/i.test(text) || text.includes(' -b ')) matches.push(...findCookies(text));
  return matches;
};

/** A base64 `user:password`, or characters that read as drawn. */
function isCredential(value: string): boolean {
  if (isPlaceholder(value) || isTranscriptId(value)) return false;
  if (looksRandom(value, 12)) return true;
  return /^[A-Za-z0-9+/]{8,}={0,2}$/.test(value) && /^[\x20-\x7E]{1,80}:[\x20-\x7E]{1,200}$/.test(Buffer.from(value, 'base64').toString('latin1'));
}

function findCookies(text: string): Match[] {
  const matches: Match[] = [];
  for (const line of text.matchAll(COOKIE)) {
    const content = line[1] ?? '';
    const contentStart = line.index + line[0].length - content.length;
    for (const pair of content.matchAll(COOKIE_PAIR)) {
      const [whole, name = '', value = ''] = pair;
      if (COOKIE_ATTRIBUTE.test(name) || isPlaceholder(value)) continue;
      const isSecret = SESSION_NAME.test(name)
        ? value.length >= 8 && (/\d/.test(value) || looksRandom(value, 8))
        : looksRandom(value, 16) || (isUuid(value) && name.length < 40);
      const start = contentStart + pair.index + whole.length - value.length;
      if (isSecret) matches.push({ kind: 'cookie', start, end: start + value.length });
    }
  }
  return matches;
}
