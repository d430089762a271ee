/** Small questions about syntax nodes that several patterns ask. */
import { BRACED, SCRIPT, type CodeLanguage } from './code-language.ts';
import type { CodeText, Found, SgNode } from './code-pattern.ts';

export const isScript = (language: CodeLanguage): boolean => SCRIPT.includes(language);

interface Finders {
  readonly script?: (code: CodeText) => Iterable<Found>;
  readonly python?: (code: CodeText) => Iterable<Found>;
  readonly go?: (code: CodeText) => Iterable<Found>;
  readonly braced?: (code: CodeText) => Iterable<Found>;
}

/** A pattern's search, by family of language. */
export function findByLanguage({ script, python, go, braced }: Finders): (code: CodeText) => Iterable<Found> {
  return (code) => {
    if (isScript(code.language)) return script?.(code) ?? [];
    if (code.language === 'python') return python?.(code) ?? [];
    if (code.language === 'go') return go?.(code) ?? [];
    return BRACED.includes(code.language) ? (braced?.(code) ?? []) : [];
  };
}

/** A search of single changed lines of code (comments and string contents blanked out). */
export function findInLines(regex: RegExp, captures?: (match: RegExpExecArray, line: string) => Readonly<Record<string, string>> | null) {
  return function* (code: CodeText): Iterable<Found> {
    const masked = code.code();
    for (const index of code.changed) {
      const match = regex.exec(masked[index] ?? '');
      if (!match) continue;
      const line = code.lines[index] ?? '';
      const found = captures ? captures(match, line) : {};
      if (found) yield { start: index, end: index, text: line.trim(), captures: found };
    }
  };
}

export const argumentsOf = (call: SgNode): SgNode[] =>
  call
    .field('arguments')
    ?.namedChildren()
    .filter((node) => node.kind() !== 'comment') ?? [];
export const statementsOf = (block: SgNode | null): SgNode[] =>
  (block?.namedChildren() ?? [])
    .flatMap((node) => (node.kind() === 'statement_list' ? node.namedChildren() : [node]))
    .filter((node) => node.kind() !== 'comment');
export const commentsOf = (block: SgNode | null): string =>
  (block?.children() ?? [])
    .filter((node) => node.kind() === 'comment')
    .map((node) => node.text())
    .join(' ');

const FUNCTIONS: ReadonlySet<string> = new Set([
  'arrow_function',
  'function_declaration',
  'function_expression',
  'generator_function_declaration',
  'method_definition',
  'method_declaration',
  'func_literal',
  'function_definition',
  'lambda',
]);

export const isFunction = (node: SgNode): boolean => FUNCTIONS.has(String(node.kind()));
export const enclosingFunction = (node: SgNode): SgNode | null => node.ancestors().find(isFunction) ?? null;

/** Ancestors up to the function the node stands in, nearest first. */
export function ancestorsInFunction(node: SgNode): SgNode[] {
  const ancestors = node.ancestors();
  const end = ancestors.findIndex(isFunction);
  return end < 0 ? ancestors : ancestors.slice(0, end);
}

const LOOPS: ReadonlySet<string> = new Set(['for_statement', 'for_in_statement', 'while_statement', 'do_statement']);
export const isLoop = (node: SgNode): boolean => LOOPS.has(String(node.kind()));

const LITERALS: ReadonlySet<string> = new Set([
  'string',
  'number',
  'true',
  'false',
  'null',
  'undefined',
  'none',
  'integer',
  'float',
  'nil',
  'interpreted_string_literal',
  'raw_string_literal',
  'int_literal',
  'float_literal',
  'rune_literal',
]);

export function isLiteral(node: SgNode | null | undefined): boolean {
  if (!node) return false;
  const kind = String(node.kind());
  if (kind === 'template_string') return !node.children().some((child) => child.kind() === 'template_substitution');
  if (kind === 'string') return !node.children().some((child) => child.kind() === 'interpolation');
  if (kind === 'unary_expression' || kind === 'unary_operator') return node.namedChildren().every(isLiteral);
  return LITERALS.has(kind);
}

export const isTestPath = (path: string): boolean =>
  /(?:^|[/\\])(?:tests?|__tests__|specs?|e2e|testdata|fixtures?|__mocks__)[/\\]|[._-](?:test|spec|tests)\.\w+$|(?:^|[/\\])(?:test_[^/\\]*|conftest)\.py$|Tests?\.\w+$/.test(
    path,
  );
