/**
 * Makes a piece of a file parseable on its own: opens what it closes and closes what it opens, so that the parser's error
 * recovery does not swallow the lines in between. Lines keep their number, except that `linesBefore` lines may be put in front.
 */
import type { CodeLanguage } from './code-language.ts';
import { maskCode } from './mask-code.ts';

export interface BalancedFragment {
  readonly text: string;
  readonly linesBefore: number;
}

export function balanceFragment(text: string, language: CodeLanguage): BalancedFragment {
  const opening = openingOf(text, language);
  const full = opening === '' ? text : `${opening}\n${text}`;
  const balanced = language === 'python' ? balanceIndents(full) : { text: balanceBrackets(full, language), linesBefore: 0 };
  return { text: balanced.text, linesBefore: balanced.linesBefore + (opening === '' ? 0 : 1) };
}

/** What opens the long string or block comment that the fragment begins in, or '' where it begins in code. */
export function openingOf(text: string, language: CodeLanguage): '' | '"""' | '/*' | '`' {
  if (language === 'python') return beginsInDocstring(text) ? '"""' : '';
  const end = text.indexOf('*/');
  const start = text.indexOf('/*');
  if (end >= 0 && (start < 0 || start > end) && !HASH_LANGUAGES.has(language)) return '/*';
  return BACKTICK_LANGUAGES.has(language) && beginsInBackticks(text) ? '`' : '';
}

const isCode = (line: string): boolean => PYTHON_STATEMENT.test(line);

function beginsInDocstring(text: string): boolean {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes('"""'));
  if (at < 0 || lines.slice(0, at).some(isCode)) return false;
  const next = lines.findIndex((line, index) => index > at && line.includes('"""'));
  // An even number of quotes: the last ones open a string that goes on beyond the fragment where what lies between is code.
  if (text.split('"""').length % 2 === 1 && !lines.slice(at + 1, next).some(isCode)) return false;
  const first = (lines[at] ?? '').trim();
  return first === '"""' || (first.endsWith('"""') && !/[=(,:[]\s*\w?"""$|^\w?"""/.test(first));
}

/** The first backtick closes a text: nothing that could take one stands before it, and what follows ends a statement or goes on with it. */
function beginsInBackticks(text: string): boolean {
  const at = text.indexOf('`');
  if (at < 0 || text.split('`').length % 2 === 1) return false;
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return /^[^\S\n]*(?:[),;\]}.+:]|\n|$)/.test(text.slice(at + 1)) && !/(?:[=(,:+[{?&|>!]|\b(?:return|await|case|yield|sql))\s*$/.test(before);
}

const PYTHON_STATEMENT =
  /^\s*(?:@\w|(?:async )?def \w|class \w|import \w|from \w+ import|return\b|(?:if|elif|for|while|with|try|except)\b.*:$|[\w.]+ = |[\w.]+\(.*\)$)/;
const BACKTICK_LANGUAGES: ReadonlySet<CodeLanguage> = new Set(['ts', 'tsx', 'js', 'go']);
const HASH_LANGUAGES: ReadonlySet<CodeLanguage> = new Set(['ruby', 'shell', 'yaml', 'toml', 'json']);

const CLOSER: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function balanceBrackets(text: string, language: CodeLanguage): string {
  const { code } = maskCode(text, language);
  const open: string[] = [];
  const prefix: string[] = [];
  for (const { 0: bracket, index } of code.matchAll(/[()[\]{}]/g)) {
    if (CLOSER[bracket]) open.push(CLOSER[bracket]);
    else if (open.at(-1) === bracket) open.pop();
    else if (open.includes(bracket)) while (open.pop() !== bracket);
    else if (open.length === 0) prefix.push(openerOf(bracket, code.slice(Math.max(0, index - 200), index), code.slice(index + 1, index + 80), language));
  }
  return `${prefix.reverse().join('')}${text}${open.length > 0 ? `\n${open.reverse().join('')}` : ''}`;
}

/** What most likely opened the bracket that is closed here, told by what stands before it and what follows. */
function openerOf(closer: string, before: string, after: string, language: CodeLanguage): string {
  if (closer === ']') return '[';
  const isGo = language === 'go';
  const next = after.trimStart();
  const opensBody = /^[^\n;=]*\{[^\S\n]*(?:\n|$)/.test(after);
  if (closer === ')') return !opensBody ? 'f(' : /&&|\|\||[=!<>]=/.test(before) ? 'if(' : isGo ? 'func f(' : 'function f(';
  if (next.startsWith('catch') || next.startsWith('finally')) return 'try{';
  if (next.startsWith('else')) return isGo ? 'if x {' : 'if(x){';
  // A list of values or names, rather than statements.
  const isList = /,\s*$/.test(before);
  if (/^\)[^\n;=]*\{[^\S\n]*(?:\n|$)/.test(next) && isList) return '{';
  if (next.startsWith(')') || next.startsWith(',')) return isList ? (isGo ? 'T{' : '{') : isGo ? 'func(){' : '()=>{';
  return isList ? (isGo ? 'x = T{' : 'x={') : '{';
}

/** Puts a header in front for every level the fragment steps back to. */
function balanceIndents(text: string): BalancedFragment {
  const levels: { indent: number; header: string }[] = [];
  for (const line of maskCode(text, 'python').code.split('\n')) {
    const body = line.trimStart();
    if (body.trim() === '' || line.startsWith('"""')) continue;
    const indent = line.length - body.length;
    const lowest = levels.at(-1)?.indent ?? Number.POSITIVE_INFINITY;
    if (indent >= lowest) continue;
    levels.push({ indent, header: /^(?:except|finally)\b/.test(body) ? 'try:' : 'if x:' });
    if (indent === 0) break;
  }
  const [first] = levels;
  if (!first || first.indent === 0) return { text, linesBefore: 0 };
  // The header of a level stands at the indent of the next lower one; the lowest level of all needs one of its own at 0.
  const headers = levels.map(({ indent }, index) => {
    const lower = levels[index + 1];
    return lower ? `${' '.repeat(lower.indent)}${lower.header}` : indent > 0 ? 'if x:' : null;
  });
  const before = headers.filter((header) => header !== null).reverse();
  return { text: `${before.join('\n')}\n${text}`, linesBefore: before.length };
}
