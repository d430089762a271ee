/**
 * Parses code with tree-sitter, by content, keeping the last few trees. Transcripts are hostile input: too long, too deeply
 * nested or too wide texts are not parsed at all (a native parser has no recursion limit of its own), and nothing throws.
 */
import { createRequire } from 'node:module';
import type { Lang, registerDynamicLanguage, SgNode } from '@ast-grep/napi';
import type { CodeLanguage } from './code-language.ts';

export const MAX_PARSED_CHARS = 512 * 1024;
/** Longer lines are data or minified: regular expressions may take time in the square of a line's length. */
export const MAX_LINE_CHARS = 4_000;
/** Matching walks up and down the tree: at this depth it still takes a millisecond. Real code stays under 60. */
const MAX_DEPTH = 250;
const KEPT_TREES = 6;

type Registration = Parameters<typeof registerDynamicLanguage>[0][string];

type AstGrep = typeof import('@ast-grep/napi');

const builtIn: Partial<Record<CodeLanguage, keyof typeof Lang>> = { ts: 'TypeScript', tsx: 'Tsx', js: 'Tsx' };
const require = createRequire(import.meta.url);
let astGrep: AstGrep | null | undefined;

/** Null where the parser has no build for this platform, or was left out with the optional packages: then no code is parsed. */
function loadAstGrep(): AstGrep | null {
  if (astGrep !== undefined) return astGrep;
  try {
    astGrep = require('@ast-grep/napi') as AstGrep;
  } catch {
    astGrep = null;
  }
  return astGrep;
}

const loaderByLanguage: Partial<Record<CodeLanguage, () => Registration>> = {
  python: () => require('@ast-grep/lang-python') as Registration,
  go: () => require('@ast-grep/lang-go') as Registration,
};
let dynamicLanguages: ReadonlySet<CodeLanguage> | undefined;

/** Registers the optional grammars that are installed, all at once: ast-grep accepts one registration per process. */
function loadDynamicLanguages({ registerDynamicLanguage: register }: AstGrep): ReadonlySet<CodeLanguage> {
  const found: Record<string, Registration> = {};
  for (const [language, load] of Object.entries(loaderByLanguage)) {
    const registration = loadIfInstalled(load);
    if (registration) found[language] = registration;
  }
  if (Object.keys(found).length > 0) register(found);
  return new Set(Object.keys(found) as CodeLanguage[]);
}

/** Null where the package is not installed or has no grammar for this platform: such languages are read by line only. */
function loadIfInstalled(load: () => Registration): Registration | null {
  try {
    const registration = load();
    return registration.libraryPath ? registration : null;
  } catch {
    return null;
  }
}

/** Languages whose grammar is not installed here: they are read by line, and what only a grammar can tell is not found in them. */
export function listMissingGrammars(): CodeLanguage[] {
  const loaded = loadAstGrep();
  if (!loaded) return Object.keys({ ...builtIn, ...loaderByLanguage }) as CodeLanguage[];
  const installed = (dynamicLanguages ??= loadDynamicLanguages(loaded));
  return (Object.keys(loaderByLanguage) as CodeLanguage[]).filter((language) => !installed.has(language));
}

export const isParsed = (language: CodeLanguage): boolean => language in builtIn || language in loaderByLanguage;

export type ParseCode = (text: string, language: CodeLanguage) => SgNode | null;

/** A parser that answers null for anything it cannot or should not parse. */
export function createCodeParser(): ParseCode {
  const kept = new Map<string, SgNode | null>();
  return (text, language) => {
    if (!isParsed(language) || !isParsable(text)) return null;
    const key = `${language}\n${text}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const tree = parseOnce(text, language);
    kept.set(key, tree);
    if (kept.size > KEPT_TREES) kept.delete(kept.keys().next().value as string);
    return tree;
  };
}

function parseOnce(text: string, language: CodeLanguage): SgNode | null {
  const loaded = loadAstGrep();
  if (!loaded) return null;
  try {
    const own = builtIn[language];
    if (own) return loaded.parse(loaded.Lang[own], text).root();
    dynamicLanguages ??= loadDynamicLanguages(loaded);
    return dynamicLanguages.has(language) ? loaded.parse(language, text).root() : null;
  } catch {
    // A grammar's refusal of one text says nothing about the next: the line engine still reads this one.
    return null;
  }
}

/** False for what would make a native parser or matcher take seconds: huge, minified, binary or absurdly nested text. */
export function isParsable(text: string): boolean {
  if (text.length > MAX_PARSED_CHARS || text.includes('\0')) return false;
  let depth = 0;
  let lineStart = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10) {
      if (index - lineStart > MAX_LINE_CHARS) return false;
      lineStart = index + 1;
    } else if (code === 40 || code === 91 || code === 123) {
      if (++depth > MAX_DEPTH) return false;
    } else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth--;
  }
  return text.length - lineStart <= MAX_LINE_CHARS;
}
