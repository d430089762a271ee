/** Secrets known by the name they are given: environment files, YAML, JSON, code, headers, logs, and prose ("the password is …"). */
import type { Detector, Match } from '../match.ts';
import { classifyName } from '../values/classify-name.ts';
import { isPlaceholder } from '../values/is-placeholder.ts';
import { isDrawn, isNumberedPassphrase, isPassphrase, isPassword, isSecretValue, readsAsPassword } from '../values/judge-value.ts';
import { isTranscriptId, isUuid, looksRandom } from '../values/looks-random.ts';
import { readValue } from '../values/read-value.ts';

/** `name: value`, `name = "value"`, `"name":"value"`, `name => value`, `name := value`, `['name'] = value`. Names begin at a word border, so every place is looked at once. */
const ASSIGNMENT =
  /(?<![A-Za-z0-9_.-])-{0,2}([A-Za-z_][A-Za-z0-9_.-]{1,79})["'`]?\]?(?:\??:\s{0,2}&?[A-Za-z][A-Za-z<>[\]|? ]{0,24}?(?=\s{0,2}=\s{0,2}["'`]))?[ \t]{0,20}(?::=|=>|={1,3}|:)[ \t]{0,8}/g;
/** A setting in pairs: `"name": "DB_PASSWORD", "value": "…"`, also over lines. */
const PAIR = /\b(?:name|key|id)["']?\s{0,8}[:=]\s{0,8}["']?([A-Za-z_][\w.-]{1,79})["']?,?\s{0,40}["']?value["']?\s{0,8}[:=]\s{0,8}/gi;
/** A call that takes both: `setenv("TOKEN", "…")`, `headers.set('X-Api-Key', '…')`, `('password', '…')`; XML and INI forms `<password>…`. */
const ARGUMENTS = /[(,]\s{0,4}["'`][#.[]?([A-Za-z_][\w.-]{2,79})["'`]\s{0,4},\s{0,20}(?=["'`])/g;
const ELEMENT =
  /<(?:([A-Za-z_][\w.:-]{2,60})|[A-Za-z][\w.:-]{0,30}\s(?:[^<>]{0,80}\s)?(?:key|name|id)=["']([A-Za-z_][\w.:-]{2,60})["'][^<>]{0,80})>(?:<!\[CDATA\[)?(?=[^<>\s])/g;
/** Words between spaces: Dockerfiles, fish, csh, Windows. */
const SPACED = /(?:\b(?:ENV|ARG|setx|setenv)|#[ \t]{0,4}define|\bset[ \t]{1,3}-[a-zA-Z]{1,4})[ \t]{1,4}([A-Za-z_]\w{1,79})[ \t]{1,20}(?=[^\s=])/g;
/** A line of its own in a configuration: `requirepass …`. */
const DIRECTIVE = /^[ \t]{0,20}(requirepass|masterauth|\w{0,30}(?:password|passwd|passphrase))[ \t]{1,8}(?=\S{8,200}[ \t]{0,8}$)/gim;
/** "my key a8Kd…": a drawn token right after what it is called. */
const CALLED = /(?:\b|_)(?:key|token|secret|pass(?:word|code|phrase)?|credentials?)[ \t]{1,3}["'`(*]{0,3}([A-Za-z0-9_+/=.~-]{16,400})/gi;
/** "log in as admin / …". */
const LOGIN = /\b(?:log ?in|sign in|creds?|credentials?|account)\b[^\n]{0,40}?[\w.@-]{2,60}[ \t]?[/:][ \t]?([^\s"'`,;<>/]{8,60})/gi;
/** Rows written to a table: the columns name the values. */
const INSERT = /\bINSERT\s{1,4}INTO\s[^()]{1,120}\(([^()]{1,600})\)\s{0,20}VALUES\s{0,20}\(([^()]{1,4000})\)/gi;
const PROSE =
  /\b(pass(?:word|phrase|code|wd|(?= (?:is|was)\b))|pwd|pw|pin|(?:api |access |secret |auth |private |signing |encryption |license )?(?:key|token|secret)|credentials?)\b(?:\s{1,3}(?:for|of|to|on|in|that|which|you|we|I|they)\s{1,3}[^\n:=]{1,60}?)?[`*_]{0,3}\s{0,3}(?:is|was|are|=|:|to|->|→|be)[*_]{0,3}\s{1,3}(?:now |still |currently |just |set to |called |this:? ?|the following:? ?)?(["'`]?)([^\s"'`<>]{5,400})/gi;
/** "set DB_PASSWORD to `…`", "JWT_SECRET should be …". */
const SET_TO =
  /\b([A-Za-z]{1,40}(?:[_-][A-Za-z0-9]{1,40}){1,6}|[a-z]{2,20}(?:[A-Z][a-z]{1,20}){1,4})["'`*]{0,3}[ \t]{1,3}(?:(?:is|was|should be|must be|set|equals)[ \t]{1,3})?(?:to|is|was|as|be|with|value)[ \t]{1,3}(?:the value |be |value )?["'`*]{0,3}(?=[^\s"'`*<>])/g;

export const findNamedValues: Detector = (text) => {
  const matches: Match[] = [];
  for (const pattern of [ASSIGNMENT, PAIR, ARGUMENTS, ELEMENT, SET_TO, SPACED, DIRECTIVE]) {
    for (const found of text.matchAll(pattern)) {
      const name = found[1] ?? found[2] ?? '';
      const nameClass = classifyName(lastName(name));
      // The mark of an earlier redaction is no name.
      if (nameClass === 'harmless' || text.startsWith('[secret:', found.index - 8) || isInResourceName(text, found.index)) continue;
      const end = pattern === ELEMENT ? /[<\n\r\uE000]/ : /[?&]/.test(text[found.index - 1] ?? '') ? /[\s"'`<>;,|&#\uE000]/ : /[\s"'`<>;,|\uE000]/;
      const value = readValue(text, found.index + found[0].length, end);
      if (value && isSecretValue(nameClass, name, value, text))
        matches.push({ kind: nameClass === 'password' ? 'password' : 'secret', start: value.start, end: value.end });
    }
  }
  for (const { 0: whole, 1: value = '', index } of text.matchAll(CALLED)) {
    if ((value.length >= 20 && isProseSecret('', value)) || isNumberedPassphrase(value))
      matches.push({ kind: 'secret', start: index + whole.length - value.length, end: index + whole.length });
  }
  for (const { 0: whole, 1: raw = '', index } of text.matchAll(LOGIN)) {
    const value = raw.replace(/[.)\]}]{1,3}$/, '');
    const end = index + whole.length - (raw.length - value.length);
    if (isProseSecret('password', value)) matches.push({ kind: 'password', start: end - value.length, end });
  }
  for (const { 0: whole, 1: columns = '', 2: values = '', index } of text.matchAll(INSERT)) {
    const names = columns.split(',').map((column) => classifyName(column.replaceAll(/[\s"`']/g, '')));
    const start = index + whole.length - 1 - values.length;
    [...values.matchAll(/(?:^|,)\s*(?:'([^']*)'|[^,]*)/g)].forEach(({ 0: cell, 1: value = '', index: at }, column) => {
      const isSecret = names[column] === 'key' ? isDrawn(value) : names[column] === 'password' && isPassword(value, true);
      const from = start + at + cell.indexOf(value);
      if (isSecret && !isPlaceholder(value)) matches.push({ kind: 'secret', start: from, end: from + value.length });
    });
  }
  for (const found of text.matchAll(PROSE)) {
    const raw = found[3] ?? '';
    const value = raw.replace(/[.,;:!?)\]}*_]{1,4}$/, '');
    if (isProseSecret(found[1] ?? '', value, found[2] !== '')) {
      const end = found.index + found[0].length - (raw.length - value.length);
      matches.push({ kind: 'secret', start: end - value.length, end });
    }
  }
  return matches;
};

/** `arn:aws:secretsmanager:eu-west-1:…:secret:name`: an address of a secret, whose parts stand between colons. */
const isInResourceName = (text: string, at: number): boolean => text[at - 1] === ':' && /\barn:[\w:/-]{1,100}$/.test(text.slice(Math.max(0, at - 110), at));

/** `spring.datasource.password` and `process.env.TOKEN` are named by their last part; `X-Api-Key` is one name. */
const lastName = (name: string): string => name.slice(name.lastIndexOf('.') + 1) || name;

function isProseSecret(name: string, value: string, isQuoted = false): boolean {
  if (value.length < 6 || isPlaceholder(value) || isTranscriptId(value) || /^(?:https?:|[./~])/.test(value) || /[({[]$|\(\)/.test(value)) return false;
  if (isUuid(value) || /^[a-f0-9]{7,64}$/.test(value)) return /pass|token|secret|api|access/i.test(name) && value.length >= 20;
  if (looksRandom(value, 12) && !/[=:/]./.test(value)) return true;
  if ((/pass|pwd/i.test(name) && isQuoted && isPassphrase(value)) || (name !== '' && isNumberedPassphrase(value))) return true;
  if (/pass|pwd|^pw$/i.test(name) && readsAsPassword(value)) return true;
  const isPasswordLike = /\d/.test(value) && /[A-Za-z]/.test(value) && /[A-Z!@#$%^&*?~+-]/.test(value);
  return /pass|pwd/i.test(name) && value.length >= 8 && isPasswordLike && !/[/\\().:]/.test(value);
}
