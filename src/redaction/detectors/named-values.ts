/** Secrets known by the name they are given: environment files, YAML, JSON, code, headers, logs, and prose ("the password is …"). */
import type { Detector, Match } from '../match.ts';
import { classifyName, namesIdentity, namesSession, type NameClass } from '../values/classify-name.ts';
import { isPlaceholder } from '../values/is-placeholder.ts';
import { isTranscriptId, isUuid, looksRandom } from '../values/looks-random.ts';

/** `name: value`, `name = "value"`, `"name":"value"`, `name => value`, `name := value`, `['name'] = value`. Names begin at a word border, so every place is looked at once. */
const ASSIGNMENT =
  /(?<![A-Za-z0-9_.-])([A-Za-z_][A-Za-z0-9_.-]{1,79})["'`]?\]?(?:\??:\s{0,2}[A-Za-z]{1,20}(?=\s{0,2}=\s{0,2}["'`]))?[ \t]{0,20}(?::=|=>|={1,3}|:)[ \t]{0,8}/g;
/** A setting in pairs: `"name": "DB_PASSWORD", "value": "…"`, also over lines. */
const PAIR = /\b(?:name|key|id)["']?\s{0,8}[:=]\s{0,8}["']?([A-Za-z_][\w.-]{1,79})["']?,?\s{1,40}["']?value["']?\s{0,8}[:=]\s{0,8}/gi;
/** A call that takes both: `setenv("TOKEN", "…")`, `headers.set('X-Api-Key', '…')`, `('password', '…')`; XML and INI forms `<password>…`. */
const ARGUMENTS = /[(,]\s{0,4}["'`]([A-Za-z_][\w.-]{2,79})["'`]\s{0,4},\s{0,4}(?=["'`])/g;
const ELEMENT = /<([A-Za-z_][\w.:-]{2,60})>(?=[^<>\s])/g;
/** Words between spaces: Dockerfiles, fish, csh, Windows. */
const SPACED = /\b(?:ENV|ARG|setx|setenv|set[ \t]{1,3}-[a-zA-Z]{1,4})[ \t]{1,4}([A-Za-z_]\w{1,79})[ \t]{1,4}(?=[^\s=])/g;
/** "my key a8Kd…": a drawn token right after what it is called. */
const CALLED = /\b(?:key|token|secret|pass(?:word|code|phrase)?|credentials?)[ \t]{1,3}["'`(*]{0,3}([A-Za-z0-9_+/=.~-]{20,400})/gi;
/** "log in as admin / …". */
const LOGIN = /\b(?:log ?in|sign in|creds?|credentials?|account)\b[^\n]{0,40}?[\w.@-]{2,60}[ \t]?[/:][ \t]?([^\s"'`,;<>/]{8,60})/gi;
/** Rows written to a table: the columns name the values. */
const INSERT = /\bINSERT\s{1,4}INTO\s[^()]{1,120}\(([^()]{1,600})\)\s{0,20}VALUES\s{0,20}\(([^()]{1,4000})\)/gi;
const PROSE =
  /\b(pass(?:word|phrase|code|wd)|pwd|pin|(?:api |access |secret |auth |private |signing |encryption |license )?(?:key|token|secret)|credentials?)\b(?:\s{1,3}(?:for|of|to|on|in)\s{1,3}[^\n:=]{1,60}?)?[`*_]{0,3}\s{0,3}(?:is|was|are|=|:|to|->|→|be)\s{1,3}(?:now |still |currently |just |set to |called |this:? ?|the following:? ?)?["'`*_]{0,3}([^\s"'`*<>]{5,400})/gi;
/** "set DB_PASSWORD to `…`", "JWT_SECRET should be …". */
const SET_TO =
  /\b([A-Za-z]{1,40}(?:[_-][A-Za-z0-9]{1,40}){1,6}|[a-z]{2,20}(?:[A-Z][a-z]{1,20}){1,4})["'`*]{0,3}[ \t]{1,3}(?:(?:is|was|should be|must be|set|equals)[ \t]{1,3})?(?:to|is|was|as|be|with|value)[ \t]{1,3}(?:the value |be |value )?["'`*]{0,3}(?=[^\s"'`*<>])/g;
const LONGEST_VALUE = 4096;

export const findNamedValues: Detector = (text) => {
  const matches: Match[] = [];
  for (const pattern of [ASSIGNMENT, PAIR, ARGUMENTS, ELEMENT, SET_TO, SPACED]) {
    for (const found of text.matchAll(pattern)) {
      const name = found[1] ?? '';
      const nameClass = classifyName(lastName(name));
      // The mark of an earlier redaction is no name.
      if (nameClass === 'harmless' || text.startsWith('[secret:', found.index - 8)) continue;
      const end = pattern === ELEMENT ? /[<\n\r\uE000]/ : /[?&]/.test(text[found.index - 1] ?? '') ? /[\s"'`<>;,|&#\uE000]/ : /[\s"'`<>;,|\uE000]/;
      const value = readValue(text, found.index + found[0].length, end);
      if (value && isSecretValue(nameClass, name, value, text))
        matches.push({ kind: nameClass === 'password' ? 'password' : 'secret', start: value.start, end: value.end });
    }
  }
  for (const { 0: whole, 1: value = '', index } of text.matchAll(CALLED)) {
    if (isProseSecret('', value)) matches.push({ kind: 'secret', start: index + whole.length - value.length, end: index + whole.length });
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
    const raw = found[2] ?? '';
    const value = raw.replace(/[.,;:!?)\]}]{1,3}$/, '');
    if (isProseSecret(found[1] ?? '', value)) {
      const end = found.index + found[0].length - (raw.length - value.length);
      matches.push({ kind: 'secret', start: end - value.length, end });
    }
  }
  return matches;
};

/** `spring.datasource.password` and `process.env.TOKEN` are named by their last part; `X-Api-Key` is one name. */
const lastName = (name: string): string => name.slice(name.lastIndexOf('.') + 1) || name;

interface Value {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoted: boolean;
}

/** @param plainEnd what ends a value that is not quoted */
function readValue(text: string, at: number, plainEnd: RegExp): Value | undefined {
  let start = at;
  // String prefixes of Python and Rust, and YAML tags and block marks.
  const lead = /^(?:[bfru]{1,2}(?=["'])|!!?[a-z]{1,10}\s{1,4}|\\\r?\n\s{0,40}|[|>][-+]?\s*\n\s{1,40})/.exec(text.slice(start, start + 64));
  if (lead) start += lead[0].length;
  const quote = text[start] ?? '';
  const isQuoted = quote === '"' || quote === "'" || quote === '`';
  if (isQuoted) start += 1;
  let end = start;
  const limit = Math.min(text.length, start + LONGEST_VALUE);
  while (end < limit) {
    const character = text[end] ?? '';
    if (character === '\n' || character === '\r' || character === '\uE000') break;
    if (isQuoted ? character === quote : plainEnd.test(character)) break;
    end += 1;
  }
  if (!isQuoted) while (end > start && /[)\]}.\\:?]/.test(text[end - 1] ?? '')) end -= 1;
  return end > start ? { start, end, text: text.slice(start, end), quoted: isQuoted } : undefined;
}

function isSecretValue(nameClass: NameClass, name: string, value: Value, text: string): boolean {
  const { text: content, quoted } = value;
  if (nameClass !== 'neutral' && isWordList(content)) return true;
  if (content.length < 4 || isPlaceholder(content) || isTranscriptId(content) || /^\s|\s{2}/.test(content)) return false;
  if (
    /^(?:https?|file|data|git|ssh):|^[./~\\]{1,3}[\w-]+\/|^[A-Za-z]:\\/.test(content) &&
    !/[?&]/.test(content) &&
    !looksRandom(content.replaceAll('/', ''), 24)
  )
    return false;
  if (!quoted && isCode(content, text, value.end)) return false;
  if (nameClass === 'password')
    return isPassword(content, quoted) || (/^[A-Z][A-Z0-9_]+$/.test(name) && text[value.start - 1] === '=' && /^[a-z]{6,40}$/.test(content));
  if (namesSession(name)) return !isUuid(content) && !/^\d{4}-\d\d-\d\d/.test(content) && looksRandom(content, 16);
  if (nameClass === 'key') return isDrawn(content);
  return (
    content.length >= 24 && looksRandom(content, 24) && !namesIdentity(name) && !isUuid(content) && !/^[a-f0-9]+$/i.test(content) && !/[/\\.:]/.test(content)
  );
}

/** An expression, not a literal: calls, members, types, arithmetic. */
function isCode(content: string, text: string, end: number): boolean {
  if (/^[A-Za-z_$][\w$]*(?:(?:\?\.|\.|::)[A-Za-z_$][\w$]*)+$/.test(content) && !looksRandom(content, 20)) return true;
  if (/[A-Za-z_$]\($|\(\)|\w\[|^[([{&*!]/.test(content) || (text[end] === '(' && /\w$/.test(content))) return true;
  return /\w\(.*/.test(content) && !/[!@#%^]/.test(content);
}

/** Seed phrase of a wallet: 12 to 24 words (BIP 39). */
const isWordList = (content: string): boolean => /^(?:[a-z]{3,8} ){11,23}[a-z]{3,8}$/.test(content);

const SENTENCE =
  /\b(?:must|least|your|enter|the|is|are|at|be|of|and|or|for|to|please|required|characters|invalid|wrong|incorrect|forgot|confirm|new|old|reset|should|cannot|not|with|in|on|a|an)\b|[(){}=$<>]/i;

function isPassword(content: string, quoted: boolean): boolean {
  if (/\s/.test(content)) return quoted && /\d/.test(content) && content.length >= 10 && content.length <= 60 && !SENTENCE.test(content);
  if (/^\d{1,5}$/.test(content)) return false;
  if (/^[a-z]{16,40}$/.test(content)) return true;
  // Names of tests, modules and files: words put together.
  if (/^[A-Za-z]+\d{0,2}(?:[/_.:]{1,2}[A-Za-z]+\d{0,2})+(?:[/_.:-]{1,2}[A-Za-z\d]+)*$/.test(content) && !looksRandom(content, 12)) return false;
  // One bare word is a type, a variable, a label or an enum member as often as it is a password.
  if (/^[A-Za-z_$][A-Za-z_$]*$/.test(content)) return quoted && content.length >= 12 && looksRandom(content, 12);
  if (/^[A-Z][a-z]+$|^[a-z]+(?:[A-Z][a-z]+)+\d?$|^[a-z]+(?:_[a-z]+)+\d?$/.test(content)) return false;
  return content.length >= 6 && (/\d/.test(content) || /[^A-Za-z0-9]/.test(content));
}

/** A value under a name such as API_KEY: drawn characters, an id in a form of its own, or a passphrase with every sort of character. */
function isDrawn(content: string): boolean {
  if (content.length < 8 || /\s/.test(content)) return false;
  if (isUuid(content) || looksRandom(content, 16)) return true;
  const sorts = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((sort) => sort.test(content)).length;
  if (/^[a-z]+(?:[-_.:/][a-z0-9]+)*$/i.test(content) && !looksRandom(content, 12))
    return /^(?:[a-z]{3,10}-){3,}[a-z0-9]{2,10}$/.test(content) && content.length >= 24;
  if (content.length >= 20 && (content.match(/[!@#$%^&*]/g)?.length ?? 0) >= 3 && (content.match(/\d/g)?.length ?? 0) >= 3) return true;
  return sorts >= 3 && content.length >= 10 && /\d/.test(content) && !/[(){}[\]]/.test(content);
}

function isProseSecret(name: string, value: string): boolean {
  if (value.length < 6 || isPlaceholder(value) || isTranscriptId(value) || /^(?:https?:|[./~])/.test(value) || /[({[]$|\(\)/.test(value)) return false;
  if (isUuid(value) || /^[a-f0-9]{7,64}$/.test(value)) return /pass|token|secret|api|access/i.test(name) && value.length >= 20;
  if (looksRandom(value, 12) && !/[=:/]./.test(value)) return true;
  const isPasswordLike = /\d/.test(value) && /[A-Za-z]/.test(value) && /[A-Z!@#$%^&*?~+-]/.test(value);
  return /pass|pwd/i.test(name) && value.length >= 8 && isPasswordLike && !/[/\\().:]/.test(value);
}
