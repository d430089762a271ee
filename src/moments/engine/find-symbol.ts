import type { EditFact } from '../facts/facts.ts';

/** What a line defines, in the languages of the code rules: a function, a type, a named test. */
const DEFINED: readonly RegExp[] = [
  /\b(?:it|test|describe)(?:\.\w+)?\(\s*(["'`])(.{3,60}?)\1/,
  /\bfunc (?:\([^)]{1,40}\) )?(\w{3,40})\(/,
  /\b(?:async )?(?:function\*?|def|fn|class|interface|struct|enum|trait) (\w{3,40})/,
  /\b(?:export )?(?:const|let) (\w{3,40}) = (?:async )?(?:\([^)]{0,80}\)|\w+) =>/,
  /^\s*(?:(?:public|private|protected|static|final|async|override|virtual|internal) +)+(?:[\w<>[\],?]+ +)?(?!new\b)(\w{3,40})\(/,
];

/** The first thing the change defines, as it is called there; empty where it defines nothing. */
export function findSymbol(edits: readonly EditFact[]): string {
  for (const { added } of edits)
    for (const { text } of added) {
      const line = text.slice(0, 300);
      for (const pattern of DEFINED) {
        const found = pattern.exec(line);
        if (found) return found[2] === undefined ? `\`${found[1]}\`` : `“${found[2].replaceAll(/["“”]/g, "'")}”`;
      }
    }
  return '';
}
