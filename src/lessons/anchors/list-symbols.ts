/**
 * What a file defines, and from where to where, read from indentation: formatted code of every language closes a block no
 * further in than it opened it. A whole grammar for each language would ask for more than a name (docs/decisions/0011).
 */
import { nameDefinition } from './name-definition.ts';
import { createTextSkipper } from './skip-texts.ts';

export interface CodeSymbol {
  /** With what it lies in: `Ledger.append`. */
  readonly name: string;
  /** From 1, both included. */
  readonly startLine: number;
  readonly endLine: number;
}

interface Open {
  readonly name: string;
  readonly indent: number;
  readonly startLine: number;
}

/** A generated file has no lesson in it, and a hostile one no end. */
const MAX_LINES = 50_000;
const MAX_NAME = 200;

const CLOSES = /^[}\])]|^end\b/;
const GOES_ON = /[{([:,]\s*$|=>\s*$|\bdo\b(?:\s*\|.*\|)?\s*$/;
/** Neither a comment, a directive, nor the sections of a C++ class end what they stand in. */
const STANDS_ASIDE = /^(?:\/\/|\/?\*|#|(?:public|private|protected)\s*:)/;

/** In the order they begin, each before what lies in it. */
export function listSymbols(lines: readonly string[], path: string): CodeSymbol[] {
  const found: (CodeSymbol & { endLine: number })[] = [];
  const open: (Open & { readonly at: number })[] = [];
  const isInText = createTextSkipper(path);
  let lastCode = 0;

  const close = (endLine: number): void => {
    const ended = open.pop();
    const symbol = ended && found[ended.at];
    if (symbol) symbol.endLine = endLine;
  };

  for (const [index, raw] of lines.slice(0, MAX_LINES).entries()) {
    const wasInText = isInText(raw);
    const line = raw.trim();
    if (line === '' || wasInText) continue;
    const number = index + 1;
    const indent = toIndent(raw);
    if (!STANDS_ASIDE.test(line)) {
      for (let top = open.at(-1); top && indent <= top.indent; top = open.at(-1)) {
        if (indent === top.indent && line.startsWith('{')) break;
        if (indent === top.indent && CLOSES.test(line)) {
          if (!GOES_ON.test(line)) close(number);
          break;
        }
        close(lastCode);
      }
      const name = nameDefinition(line);
      if (name !== null) {
        const full = [...open.map((one) => one.name), name].join('.').slice(0, MAX_NAME);
        open.push({ name, indent, startLine: number, at: found.length });
        found.push({ name: full, startLine: number, endLine: number });
      }
    }
    lastCode = number;
  }
  while (open.length > 0) close(lastCode);
  return found;
}

/** The innermost definition all of these lines lie in; null where there is none. */
export function findSymbol(symbols: readonly CodeSymbol[], startLine: number, endLine: number): CodeSymbol | null {
  return symbols.findLast((symbol) => symbol.startLine <= startLine && symbol.endLine >= endLine) ?? null;
}

const TAB = 4;

function toIndent(line: string): number {
  let indent = 0;
  for (const char of line) {
    if (char === '\t') indent += TAB - (indent % TAB);
    else if (char === ' ') indent += 1;
    else break;
  }
  return indent;
}
