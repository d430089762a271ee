/** A value that stands alone on its line because the line before asked for it: a prompt, a heading, a question, a command that prints one. */
import type { Detector, Match } from '../match.ts';
import { classifyName } from '../values/classify-name.ts';
import { isPlaceholder } from '../values/is-placeholder.ts';
import { isPassphrase, readsAsPassword } from '../values/judge-value.ts';
import { isUuid, looksRandom } from '../values/looks-random.ts';
import { nextLineWith } from '../views/windows.ts';

type Asked = 'password' | 'key' | 'codes';

const TELLING = /pass|secret|token|key|codes?\b/i;
const NEXT_TELLING = new RegExp(TELLING.source, 'gi');
const PASSWORD_WORD = /\b(?:pass(?:word|phrase|code|wd)|pwd)\b/i;
const CODES_WORD = /\b(?:recovery|backup|scratch|one-time)[ -]codes?\b/i;
const KEY_WORD = /\b(?:(?:api|access|secret|private|signing|encryption|master|unseal|recovery|auth|license|shared)[ _-]keys?|tokens?|secrets?|credentials?)\b/i;
/** A shell's prompt or `set -x`, and the heading that tail and head print. */
const COMMAND = /^(?:[^\s$#>%]{0,60}[ ]?[$#%❯] |(?:PS )?[A-Z]:\\[^>\n]{0,80}> ?|\++ |==> )(.{2,400})$/;
/** These print hashes, names and counts of what is named, never the thing itself. */
const PRINTS_ELSE =
  /^(?:sudo )?(?:git|ls|ll|find|grep|rg|ag|wc|du|stat|file|sha\d*sum|shasum|md5(?:sum)?|cksum|b2sum|docker|podman|npm|pnpm|yarn|make|basename|dirname|realpath|which)\b/;
/** Ends of lists: what stands before a value in a numbered or marked list. */
const LIST_MARK = /^\s{0,8}(?:[-*•]|\(?\d{1,3}[.):]?\)?)?\s{0,8}/;
const PROMPT = /^(?:(?:enter|new|old|current|retype|repeat) )?(?:unix )?pass(?:word|phrase)(?: for [^:]{1,100})?:$/i;
const MOST_BLANK = 4;
const MOST_CODES = 20;
const LONGEST_LINE = 400;
/** A digit that begins a line of codes is a number of the list only where a space follows. */
const CODE_MARK = /^\s{0,8}(?:[-*•]\s{1,8}|\(?\d{1,2}[.):]{0,2}\s{1,8})?/;
/** Codes are printed one or two to a line, whole or in groups of digits. */
const CODE_CELL = /[A-Za-z0-9]{4,12}(?:(?:-|(?<=\d) (?=\d))[A-Za-z0-9]{3,12}){0,5}/g;

export const findAskedFor: Detector = (text) => {
  const matches: Match[] = [];
  let asked: Asked | undefined;
  let left = 0;
  for (let start = 0; start < text.length;) {
    if (asked === undefined) start = nextLineWith(text, NEXT_TELLING, start);
    if (start === text.length) break;
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = end - start > LONGEST_LINE ? 'long' : text.slice(start, end).trimEnd();
    const isBetween = line.trim() === '' || line === '\uE000' || /^[=*-]{3,80}$/.test(line);
    const value = line.slice(LIST_MARK.exec(line)?.[0].length ?? 0);
    const whole = line.trim();
    const answer = asked === undefined || isBetween ? undefined : [whole, value].find((one) => isAnswer(one, asked));
    if (answer !== undefined) {
      const from = start + line.lastIndexOf(answer);
      matches.push({ kind: asked === 'password' ? 'password' : 'secret', start: from, end: from + answer.length });
      left = asked === 'password' ? 0 : left;
    }
    left -= 1;
    if (!isBetween && answer === undefined) {
      const labelled = findLabelled(line, start);
      if (labelled) matches.push(labelled);
      asked = labelled ? undefined : toAsked(line);
      left = asked === 'password' ? MOST_BLANK : MOST_CODES;
      if (asked === 'codes') {
        matches.push(...findCodes(text, end + 1));
        asked = undefined;
      }
    }
    if (left <= 0) asked = undefined;
    start = end + 1;
  }
  return matches;
};

/** The codes under their heading: those in the form of one that holds a digit, as letters alone may be drawn too. */
function findCodes(text: string, listStart: number): Match[] {
  const cells: Match[] = [];
  let start = listStart;
  for (let lines = 0; lines < MOST_CODES && start < text.length; lines += 1) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + LONGEST_LINE)).trimEnd();
    const isBetween = line.trim() === '' || line === '\uE000' || /^[=*-]{3,80}$/.test(line);
    const from = CODE_MARK.exec(line)?.[0].length ?? 0;
    const found = [...line.slice(from).matchAll(CODE_CELL)];
    if (!isBetween && (found.length === 0 || line.slice(from).replaceAll(CODE_CELL, '').trim() !== '')) break;
    for (const { 0: code, index } of found) cells.push({ kind: 'secret', start: start + from + index, end: start + from + index + code.length });
    start = end + 1;
  }
  const toForm = ({ start: from, end }: Match) => text.slice(from, end).replaceAll(/[A-Za-z0-9]/g, 'x');
  const forms = new Set(cells.filter(({ start: from, end }) => /\d/.test(text.slice(from, end))).map(toForm));
  return cells.filter((cell) => forms.has(toForm(cell)));
}

/** What the line wants next, if it wants anything. */
function toAsked(line: string): Asked | undefined {
  if (!TELLING.test(line)) return undefined;
  const command = COMMAND.exec(line)?.[1];
  if (command !== undefined) {
    if (PRINTS_ELSE.test(command)) return undefined;
    if (printsPassword(command)) return 'password';
    const words = command.match(/[A-Za-z_][\w.-]{2,80}/g) ?? [];
    return words.some((word) => ['password', 'key'].includes(classifyName(word))) ? 'key' : undefined;
  }
  const isHeading = /^(?:private keys?|recovery codes?|backup codes?|(?:root |admin )?password)$/i.test(line.trim());
  if (!isHeading && !/(?:[:：?？]|\?[^?]{1,40}\?|[:：]\s?)$/.test(line.trimEnd())) return undefined;
  const tail = line.slice(-200);
  if (PASSWORD_WORD.test(tail)) return 'password';
  if (CODES_WORD.test(tail)) return 'codes';
  return KEY_WORD.test(tail) && !isPublic(tail) ? 'key' : undefined;
}

/** A file of one password or key, read whole: `cat .vault_pass`, `cat /run/secrets/db_password`. */
function printsPassword(command: string): boolean {
  const file = /^(?:sudo )?(?:cat|bat|head|tail|less|more|type|Get-Content)\s(?:-\S{1,8}\s){0,3}["']?(?:\S{0,200}[/\\])?([\w.-]{3,80})["']?$/.exec(
    command,
  )?.[1];
  if (file === undefined || /\.(?!txt$|key$|secret$|pass$|passwd$)[a-z]{1,5}$/i.test(file.slice(1))) return false;
  return ['password', 'key'].includes(classifyName(file.replace(/^\./, '').replace(/\.[a-z]{1,6}$/, '')));
}

const isPublic = (label: string): boolean =>
  /\b(?:public|cache|primary|foreign|sort|partition|query|object|commit|hash|count|usage|limit|max|used|total|id)\b/i.test(label);

function isAnswer(value: string, asked: Asked | undefined): boolean {
  if (value.length < 6 || value.length > 400 || /\s/.test(value) || isPlaceholder(value.replace(/^\$/, ''))) return false;
  if (asked === 'password') return isGivenPassword(value);
  return !/^(?:https?:|[./~])/.test(value) && !/[()[\]{}<>]/.test(value) && (isDrawnWord(value) || (readsAsPassword(value) && /[!#$%^&*?+]/.test(value)));
}

/** At a prompt a dollar sign is no variable. */
const isGivenPassword = (value: string): boolean =>
  readsAsPassword(value.replace(/^\$/, '')) || isPassphrase(value) || (isDrawnWord(value) && !/[/\\()]/.test(value));

/** At a prompt nothing else is typed: letters and digits will do. */
const isTyped = (label: string, value: string): boolean => PROMPT.test(label) && /^(?=.*\d)(?=.*[A-Za-z])[^\s/\\()[\]{}<>"'`,;:=]{8,64}$/.test(value);

/** Drawn letters and digits, whatever marks stand between them. */
function isDrawnWord(value: string): boolean {
  const plain = value.replaceAll(/[^A-Za-z0-9]/g, '');
  return !isUuid(value) && plain.length >= value.length * 0.6 && looksRandom(plain.replace(/^0x/, ''), 10);
}

/** `New password: …`, `Unseal Key 2: …`, `AWS Secret Access Key [None]: …` */
function findLabelled(line: string, start: number): Match | undefined {
  const found = /^(.{0,200}[:：])\s{1,8}(\S{6,400})$/.exec(line);
  const [, label = '', value = ''] = found ?? [];
  if (!found || !TELLING.test(label) || isPlaceholder(value.replace(/^\$/, ''))) return undefined;
  const isPasswordLabel = PASSWORD_WORD.test(label) && (isGivenPassword(value) || isTyped(label, value));
  const isKeyLabel = KEY_WORD.test(label) && !isPublic(label) && !isUuid(value) && !/^(?:https?:|[.~])|[()[\]{}<>]/.test(value) && looksRandom(value, 20);
  if (!isPasswordLabel && !isKeyLabel) return undefined;
  return { kind: isPasswordLabel ? 'password' : 'secret', start: start + line.length - value.length, end: start + line.length };
}
