/**
 * Splits a shell line into simple commands, as far as a reader of transcripts needs: quotes, escapes, substitutions,
 * here-documents, operators, redirections. Nothing is expanded and nothing is executed. Every input gives an answer.
 */
export interface ParsedCommand {
  readonly words: string[];
  readonly env: string[];
  readonly redirects: string[];
  readonly joinedBy: string;
  readonly heredocs: string[];
}

interface PendingHeredoc {
  readonly delimiter: string;
  readonly indented: boolean;
  readonly command: ParsedCommand;
}

const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;
const OPERATORS = ['&&', '||', ';;', '|&', ';', '|', '&', '(', ')', '\n'] as const;
const REDIRECT = /(?:\d+|&)?(?:<<<|<<-|<<|>>|>\||[<>]&|<>|<|>)/y;
/** Words that open or close a compound command; the simple command follows them. */
const KEYWORDS = new Set(['if', 'then', 'elif', 'else', 'fi', 'while', 'until', 'do', 'done', '{', '}', '!', 'time', 'coproc']);

export function parseShell(text: string): ParsedCommand[] {
  const commands: ParsedCommand[] = [];
  const pending: PendingHeredoc[] = [];
  let current = emptyCommand('');
  let at = 0;

  const close = (operator: string): void => {
    if (current.words.length > 0 || current.env.length > 0 || current.redirects.length > 0) {
      commands.push(current);
      current = emptyCommand(operator);
    } else if (operator !== '') current = { ...current, joinedBy: laterOperator(current.joinedBy, operator) };
  };

  while (at < text.length) {
    const char = text.charAt(at);
    if (char === ' ' || char === '\t' || char === '\r') at++;
    else if (char === '\\' && text[at + 1] === '\n') at += 2;
    else if (char === '#') at = endOfLine(text, at);
    else {
      const redirect = matchRedirect(text, at);
      if (redirect !== null) {
        at = readRedirect(text, at, redirect, current, pending);
        continue;
      }
      const operator = OPERATORS.find((one) => text.startsWith(one, at));
      if (operator === undefined) {
        const word = readWord(text, at);
        at = word.end;
        addWord(current, word.value, word.quoted);
        continue;
      }
      at += operator.length;
      if (operator === '\n') {
        at = readHeredocBodies(text, at, pending);
        close(';');
      } else close(operator === '(' || operator === ')' ? '' : operator === ';;' ? ';' : operator === '|&' ? '|' : operator);
    }
  }
  close('');
  return commands;
}

const emptyCommand = (joinedBy: string): ParsedCommand => ({ words: [], env: [], redirects: [], joinedBy, heredocs: [] });

/** `a &&\n b` is joined by `&&`, not by the line end. */
const laterOperator = (earlier: string, later: string): string => (earlier === '' || earlier === ';' ? later : earlier);

function addWord(command: ParsedCommand, word: string, quoted: boolean): void {
  if (command.words.length === 0 && !quoted) {
    if (KEYWORDS.has(word)) return;
    if (ASSIGNMENT.test(word)) {
      command.env.push(word);
      return;
    }
  }
  command.words.push(word);
}

function matchRedirect(text: string, at: number): string | null {
  const code = text.charCodeAt(at);
  const isDigit = code >= 48 && code <= 57;
  if (!isDigit && code !== 60 && code !== 62 && code !== 38) return null;
  REDIRECT.lastIndex = at;
  return REDIRECT.exec(text)?.[0] ?? null;
}

function readRedirect(text: string, start: number, operator: string, command: ParsedCommand, pending: PendingHeredoc[]): number {
  let at = start + operator.length;
  // Process substitution `<( … )` is a word of the command.
  if ((operator === '<' || operator === '>') && text[at] === '(') {
    const end = endOfParens(text, at);
    command.words.push(text.slice(start, end));
    return end;
  }
  while (text[at] === ' ' || text[at] === '\t') at++;
  const target = readWord(text, at);
  command.redirects.push(operator + target.value);
  if (operator.endsWith('<<') || operator.endsWith('<<-')) pending.push({ delimiter: target.value, indented: operator.endsWith('-'), command });
  return Math.max(target.end, at);
}

function readHeredocBodies(text: string, start: number, pending: PendingHeredoc[]): number {
  let at = start;
  for (const heredoc of pending.splice(0)) {
    const body = readHeredocBody(text, at, heredoc.delimiter, heredoc.indented);
    heredoc.command.heredocs.push(body.text);
    at = body.end;
  }
  return at;
}

function readHeredocBody(text: string, start: number, delimiter: string, indented: boolean): { text: string; end: number } {
  for (let at = start; at < text.length;) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    if ((indented ? line.replace(/^\t+/, '') : line).trimEnd() === delimiter) return { text: text.slice(start, at), end: Math.min(end + 1, text.length) };
    at = end + 1;
  }
  return { text: text.slice(start), end: text.length };
}

interface Word {
  readonly value: string;
  readonly end: number;
  readonly quoted: boolean;
}

const WORD_ENDS = new Set([' ', '\t', '\r', '\n', ';', '|', '&', '(', ')', '<', '>']);

function readWord(text: string, start: number): Word {
  const parts: string[] = [];
  let quoted = false;
  let at = start;
  let plain = start;
  const flush = (): void => {
    if (at > plain) parts.push(text.slice(plain, at));
  };
  while (at < text.length) {
    const char = text.charAt(at);
    if (WORD_ENDS.has(char)) break;
    if (char === "'" || char === '"' || (char === '$' && text[at + 1] === "'")) {
      flush();
      quoted = true;
      const quote = readQuoted(text, at);
      parts.push(quote.value);
      at = plain = quote.end;
    } else if (char === '\\') {
      flush();
      if (text[at + 1] !== '\n') parts.push(text.charAt(at + 1));
      at = plain = Math.min(at + 2, text.length);
    } else if (char === '`') at = endOfBackticks(text, at);
    else if (char === '$' && text[at + 1] === '(') at = endOfParens(text, at + 1);
    else if (char === '$' && text[at + 1] === '{') at = endOfBraces(text, at + 1);
    else at++;
  }
  flush();
  return { value: parts.length === 1 ? (parts[0] ?? '') : parts.join(''), end: at, quoted };
}

function readQuoted(text: string, start: number): { value: string; end: number } {
  if (text[start] === "'") {
    const close = text.indexOf("'", start + 1);
    return close < 0 ? { value: text.slice(start + 1), end: text.length } : { value: text.slice(start + 1, close), end: close + 1 };
  }
  const double = text[start] === '"';
  const parts: string[] = [];
  let at = double ? start + 1 : start + 2;
  let plain = at;
  while (at < text.length && text[at] !== (double ? '"' : "'")) {
    if (text[at] === '\\') {
      parts.push(text.slice(plain, at));
      const next = text.charAt(at + 1);
      parts.push(double ? unescapeInDoubleQuotes(next) : unescapeInAnsiQuotes(next));
      at = plain = Math.min(at + 2, text.length);
    } else if (double && text[at] === '$' && text[at + 1] === '(') at = endOfParens(text, at + 1);
    else if (double && text[at] === '`') at = endOfBackticks(text, at);
    else at++;
  }
  parts.push(text.slice(plain, at));
  return { value: parts.join(''), end: Math.min(at + 1, text.length) };
}

const unescapeInDoubleQuotes = (char: string): string => (char === '\n' ? '' : '$`"\\'.includes(char) ? char : `\\${char}`);
const unescapeInAnsiQuotes = (char: string): string => (char === 'n' ? '\n' : char === 't' ? '\t' : char);

/** End of `( … )` that opens at `start`, quotes, comments and here-documents inside it respected. Iterative: input may nest without bound. */
function endOfParens(text: string, start: number): number {
  let depth = 0;
  let at = start;
  const delimiters: { text: string; indented: boolean }[] = [];
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '\\') at += 2;
    else if (char === "'") at = pastNext(text, "'", at + 1);
    else if (char === '"') at = endOfDoubleQuotes(text, at);
    else if (char === '<' && text[at + 1] === '<' && text[at + 2] !== '<' && !text.startsWith('$((', start - 1)) {
      const indented = text[at + 2] === '-';
      let wordAt = at + (indented ? 3 : 2);
      while (text[wordAt] === ' ') wordAt++;
      const delimiter = /^(?:'([^'\n]*)'|"([^"\n]*)"|\\?([\w.-]+))/.exec(text.slice(wordAt, wordAt + 80));
      if (delimiter === null) at += 2;
      else {
        delimiters.push({ text: delimiter[1] ?? delimiter[2] ?? delimiter[3] ?? '', indented });
        at = wordAt + delimiter[0].length;
      }
    } else if (char === '\n' && delimiters.length > 0) {
      at++;
      for (const delimiter of delimiters.splice(0)) at = readHeredocBody(text, at, delimiter.text, delimiter.indented).end;
    } else {
      at++;
      if (char === '(') depth++;
      else if (char === ')' && --depth === 0) return at;
    }
  }
  return text.length;
}

/** A plain scan: quotes inside a substitution inside double quotes are paired by counting, which suffices to find the end. */
function endOfDoubleQuotes(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function endOfBraces(text: string, start: number): number {
  return pastNext(text, '}', start + 1);
}

function endOfBackticks(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '`') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function pastNext(text: string, char: string, from: number): number {
  const at = text.indexOf(char, from);
  return at < 0 ? text.length : at + 1;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
