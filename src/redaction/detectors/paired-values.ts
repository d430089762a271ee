/** Secrets whose name stands in another element, field, branch or statement than the value: XML and HTML, nested settings, defaults, form fields, SQL. */
import type { Detector, Match } from '../match.ts';
import { classifyName, type NameClass } from '../values/classify-name.ts';
import { isSecretValue } from '../values/judge-value.ts';
import { readValue } from '../values/read-value.ts';

interface Pair {
  /** One of these stands in every such pair. */
  readonly signs: readonly string[];
  readonly pattern: RegExp;
  /** What ends a value that is not quoted. */
  readonly end: RegExp;
}

const WORD_END = /[\s"'`<>;,|\uE000]/;
/** Each names the setting in its first group and ends where the value begins. */
const PAIRS: readonly Pair[] = [
  // `<key>SmtpPassword</key><string>…`, `<td>password</td><td><code>…`
  {
    signs: ['</'],
    pattern: />[ \t]{0,8}([A-Za-z_][\w.-]{1,79})[ \t]{0,8}<\/[a-z]{1,20}>\s{0,40}(?:<[a-zA-Z]{1,20}[^<>]{0,80}>\s{0,8}){1,3}/g,
    end: /[<\n\r\uE000]/,
  },
  // `process.env.TOKEN || '…'`, `apiKey ?? "…"`, `getenv("TOKEN") or "…"`
  {
    signs: ['||', '??', '?:', ' or '],
    pattern: /(?<![\w.])([A-Za-z_][\w.]{1,79})["'`]?[\])}]{0,3}[ \t]{0,4}(?:\|\|=?|\?\?=?|\?:|\bor\b)\s{0,20}(?=["'`])/g,
    end: WORD_END,
  },
  {
    signs: ['unwrap_or', 'orElse', 'getOrElse', 'get_or'],
    pattern: /\b([A-Za-z_]\w{1,79})["']\)\.(?:unwrap_or|orElse|getOrElse|get_or)(?:_else)?\((?:\|_?\|[ ]?|\(\)[ ]?->[ ]?)?(?=["'])/g,
    end: WORD_END,
  },
  // `${TOKEN:-…}` and the other defaults of a shell
  { signs: ['${'], pattern: /\$\{([A-Za-z_]\w{1,79}):?[-=+?]/g, end: /[}$\s"'`\uE000]/ },
  // `getByLabel('Password').fill('…')`, `$('#password').val('…')`
  {
    signs: ['.fill(', '.type(', 'endKeys(', 'send_keys(', '.setValue(', '.set_value(', '.val(', '.pressSequentially(', 'Text('],
    pattern:
      /\b([A-Za-z_][\w-]{1,60})["'`]?\]?["'`)]{1,3}\.(?:fill|type|sendKeys|send_keys|setValue|set_value|val|pressSequentially|enterText|typeText|insertText)\(\s{0,4}(?=["'`])/g,
    end: WORD_END,
  },
  // A part of a multipart form
  { signs: ['name='], pattern: /\bname=["']([A-Za-z_][\w.-]{1,79})["']\r?\n(?:[A-Za-z-]{1,30}: [^\n]{0,100}\n){0,3}\r?\n/g, end: WORD_END },
  // A planned change: `password = "old" -> "new"`
  { signs: ['->'], pattern: /(?<![\w.-])([A-Za-z_][\w.-]{1,79})[ \t]{0,20}[:=][ \t]{0,4}"[^"\n]{0,200}"[ \t]{0,4}->[ \t]{0,4}(?=")/g, end: WORD_END },
];
/** Fields beside the value that say what it is without naming it. */
const BESIDE: readonly RegExp[] = [
  /"keyName"\s{0,4}:\s{0,4}"\w{1,40}"[^{}]{0,200}"value"\s{0,4}:\s{0,4}(?=")/g,
  /\brandom_password\b[^\n]{0,80}\s{0,40}[^\n]{0,300}?"?result"?\s{0,4}[:=]\s{0,4}(?=")/g,
];
const OPENING = /(?<![\w.-])([A-Za-z_][\w.-]{2,79})["']?[ \t]{0,8}[:=]?[ \t]{0,8}(?:\{|\r?\n[ \t]{1,40}(?=[a-zA-Z"']))/g;
const INNER_VALUE = /(?:^|[\s,{"'])(?:value|default|plaintext|stringValue)["']?[ \t]{0,4}[:=][ \t]{0,4}/;
const INNER_REACH = 300;
const UPDATE = /\bSET\s{1,4}["`]?\w{1,60}["`]?\s{0,4}=\s{0,4}'([^'\n]{4,400})'[^;\n]{0,200}?=\s{0,4}'([A-Za-z_][\w.-]{1,79})'/gi;

export const findPairedValues: Detector = (text) => {
  const matches: Match[] = [];
  const read = (name: string, nameClass: NameClass, at: number, end: RegExp) => {
    const value = readValue(text, at, end);
    if (value && isSecretValue(nameClass, name, value, text))
      matches.push({ kind: nameClass === 'password' ? 'password' : 'secret', start: value.start, end: value.end });
  };
  for (const { signs, pattern, end } of PAIRS) {
    if (!signs.some((sign) => text.includes(sign))) continue;
    for (const found of text.matchAll(pattern)) {
      const name = toLastName(found[1] ?? '');
      const nameClass = classifyName(name);
      if (nameClass === 'password' || nameClass === 'key') read(name, nameClass, found.index + found[0].length, end);
    }
  }
  for (const pattern of BESIDE) for (const found of text.matchAll(pattern)) read('key', 'key', found.index + found[0].length, WORD_END);
  for (const found of text.matchAll(OPENING)) {
    const name = toLastName(found[1] ?? '');
    const nameClass = classifyName(name);
    if (nameClass !== 'password' && nameClass !== 'key') continue;
    const from = found.index + found[0].length;
    const inner = INNER_VALUE.exec(text.slice(from, from + INNER_REACH).split(/[}\uE000]|\n\s*\n/, 1)[0] ?? '');
    if (inner) read(name, nameClass, from + inner.index + inner[0].length, WORD_END);
  }
  for (const { 0: whole, 1: value = '', 2: name = '', index } of text.matchAll(UPDATE)) {
    const nameClass = classifyName(name);
    if (nameClass === 'password' || nameClass === 'key') read(name, nameClass, index + whole.indexOf(`'${value}'`), WORD_END);
  }
  return matches;
};

const toLastName = (name: string): string => name.slice(name.lastIndexOf('.') + 1) || name;
