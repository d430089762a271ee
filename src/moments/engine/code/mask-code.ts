/**
 * Tells code, comments and strings of a text apart without parsing it, for every language by the same small scanner.
 * Both outputs keep the line structure and columns of the input, so that a match in them is a match in the file.
 */
import type { CodeLanguage } from './code-language.ts';

export interface MaskedCode {
  /** Code only: comments and the insides of strings are blanks; quotes stay. */
  readonly code: string;
  /** Comments only. */
  readonly comments: string;
}

const HASH_COMMENTS: ReadonlySet<CodeLanguage> = new Set(['python', 'ruby', 'shell', 'yaml', 'toml']);
/** Where a single quote opens a character, and in Rust also a lifetime: it only counts when it closes within a few characters. */
const CHARACTER_QUOTE: ReadonlySet<CodeLanguage> = new Set(['go', 'java', 'csharp', 'rust', 'c', 'cpp']);
const BACKTICK_STRINGS: ReadonlySet<CodeLanguage> = new Set(['ts', 'tsx', 'js', 'go']);
const BEFORE_REGEX = /(?:^|[([{,;=:!&|?+\-*%~^<>]|\b(?:return|typeof|case|in|of|await|throw))\s*$/;

export function maskCode(text: string, language: CodeLanguage): MaskedCode {
  const code: string[] = [];
  const comments: string[] = [];
  const hash = HASH_COMMENTS.has(language);
  const script = language === 'ts' || language === 'tsx' || language === 'js';
  /** One entry per open template literal: how many braces are open inside its `${`. */
  const templates: number[] = [];
  let at = 0;

  const copy = (length: number): void => {
    const piece = text.slice(at, at + length);
    code.push(piece);
    comments.push(blank(piece));
    at += piece.length;
  };
  const hide = (length: number): void => {
    const piece = blank(text.slice(at, at + length));
    code.push(piece);
    comments.push(piece);
    at += length;
  };
  const comment = (end: number): void => {
    const piece = text.slice(at, end);
    code.push(blank(piece));
    comments.push(piece);
    at = end;
  };
  const endOfLine = (from: number): number => {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
  };
  /** Hides a string body up to its closing quote; a newline ends a string that may not span lines. */
  const string = (quote: string, spansLines: boolean): void => {
    copy(quote.length);
    let end = at;
    while (end < text.length && !text.startsWith(quote, end)) {
      if (text[end] === '\n' && !spansLines) break;
      end += text[end] === '\\' && text[end + 1] !== '\n' ? 2 : 1;
    }
    hide(Math.min(end, text.length) - at);
    if (text.startsWith(quote, at)) copy(quote.length);
  };
  const templateBody = (): void => {
    let end = at;
    while (end < text.length && text[end] !== '`' && !text.startsWith('${', end)) end += text[end] === '\\' ? 2 : 1;
    hide(Math.min(end, text.length) - at);
    if (text[at] === '`') {
      templates.pop();
      copy(1);
    } else if (at < text.length) {
      copy(2);
      templates[templates.length - 1] = 1;
    }
  };

  while (at < text.length) {
    const char = text[at] as string;
    const open = templates.at(-1);
    if (open === 0) templateBody();
    else if (hash && char === '#') comment(endOfLine(at));
    else if (!hash && char === '/' && text[at + 1] === '/') comment(endOfLine(at));
    else if (!hash && char === '/' && text[at + 1] === '*') {
      const end = text.indexOf('*/', at + 2);
      comment(end < 0 ? text.length : end + 2);
    } else if (language === 'python' && (text.startsWith('"""', at) || text.startsWith("'''", at))) string(text.slice(at, at + 3), true);
    else if (char === '"') string('"', language === 'rust');
    else if (char === "'") {
      if (!CHARACTER_QUOTE.has(language)) string("'", false);
      else if (/^'(?:\\.[^']{0,8}|[^'\\\n])'/.test(text.slice(at, at + 12))) string("'", false);
      else copy(1);
    } else if (char === '`' && BACKTICK_STRINGS.has(language)) {
      if (language === 'go') string('`', true);
      else {
        copy(1);
        templates.push(0);
        templateBody();
      }
    } else if (script && char === '/' && BEFORE_REGEX.test(lineBefore(text, at))) {
      const end = endOfRegex(text, at);
      if (end < 0) copy(1);
      else hide(end - at);
    } else {
      if (open !== undefined && char === '{') templates[templates.length - 1] = open + 1;
      if (open !== undefined && char === '}') templates[templates.length - 1] = open - 1;
      copy(char === '{' || char === '}' ? 1 : plainRun(text, at));
    }
  }
  return { code: code.join(''), comments: comments.join('') };
}

const blank = (piece: string): string => piece.replace(/[^\n\r]/g, ' ');
const lineBefore = (text: string, at: number): string => text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 40), at);

/** How many characters from `at` need no decision, at least one. */
function plainRun(text: string, at: number): number {
  PLAIN.lastIndex = at + 1;
  return 1 + (PLAIN.exec(text)?.[0].length ?? 0);
}
const PLAIN = /[\w\s.,;:()[\]=+\-*<>!?|&@$%^~\\]*/y;

/** End of the regular expression literal that starts at `at`, or -1 where the line ends first. */
function endOfRegex(text: string, at: number): number {
  let inClass = false;
  for (let index = at + 1; index < text.length; index++) {
    const char = text[index];
    if (char === '\n') return -1;
    if (char === '\\') index++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return index + 1;
  }
  return -1;
}
