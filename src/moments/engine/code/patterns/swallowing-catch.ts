import { BRACED, type CodeLanguage } from '../code-language.ts';
import type { CodeNode, CodePattern, CodeText, Found, SgNode } from '../code-pattern.ts';
import { findSwallowedInBraces } from '../swallowed-in-braces.ts';
import { commentsOf, findByLanguage, isLiteral, statementsOf } from '../syntax.ts';

const languages: readonly CodeLanguage[] = ['ts', 'tsx', 'js', 'python', 'go', ...BRACED];
const LOG_CALL =
  /^(?:await\s+)?(?:console|logger|log|logging|self\.(?:logger|log)|this\.(?:logger|log)|slog|io\.tool_(?:error|warning|output)|print|warnings|traceback)\b[\w.?]*\(|^(?:log|warn|debug|print(?:ln|f)?)\w*\(/i;

/** How a statement may begin that a swallowing handler can begin with: a log call, a made-up answer, or nothing at all. */
const MAY_SWALLOW = String.raw`(?:[\w.]*(?:log|warn|debug|print|trace)|console|system\.|std::|perror|io\.|await\b|return\b|continue\b|pass\b|\.\.\.|[\w.]+\s*=\s|[/*#{}]|$)`;
/** What in Go is nearly every handler: the error, or something made of it, goes to the caller. */
const HANDS_ON = String.raw`\s*(?:return\b[^\n/]*(?:[eE]rr|\()|t\.)`;
/** A handler, unless the line after it shows that it does something else. */
const HANDLER = new RegExp(
  [
    String.raw`\bcatch\b(?![^\n]*\{\n\+\s*(?!${MAY_SWALLOW})\S)`,
    String.raw`\bErr\([^)\n]*\)\s*=>`,
    String.raw`\bexcept\b(?![^\n]*:\n\+\s*(?!${MAY_SWALLOW})\S)`,
    String.raw`\bsuppress\(`,
    String.raw`[eE]rr\s*==\s*nil`,
    String.raw`[eE]rr\s*!=\s*nil(?! \{\n\+${HANDS_ON})`,
  ].join('|'),
  'im',
);

/** An error handler that lets the caller believe all is well. `way`: empty, log (prints and goes on), default (a value made up instead), nothing (a variable emptied instead). */
export const swallowingCatch: CodePattern = {
  id: 'swallowing-catch',
  languages,
  sides: 'added',
  prefilter: HANDLER,
  afterRemoval: /\bthrow\b|\braise\b|\breject\b|\breturn\b.*err/,
  find: findByLanguage({
    *script(code) {
      for (const found of code.nodes(['catch_clause'])) {
        const body = found.node.field('body');
        const tried = found.node.parent()?.field('body');
        yield* judge(code, found, statementsOf(body), { comment: commentsOf(body), type: '', tried: tried?.text() ?? '' });
      }
      for (const found of code.nodes(['call_expression'], {
        regex: '\\.catch\\(\\s*(?:async\\s*)?\\(?\\w*\\)?\\s*=>\\s*(?:\\{\\s*\\}|undefined|null|void 0|\\[\\]|\\(\\{\\}\\))\\s*\\)$',
      })) {
        const empty = /(?:\{\s*\}|undefined|null|void 0)\s*\)$/.test(found.node.text());
        yield {
          start: found.end,
          end: found.end,
          text: (code.lines[found.end] ?? '').trim(),
          captures: { way: empty ? 'empty' : 'default', type: '', comment: '', tried: found.node.text(), value: '' },
        };
      }
    },
    *python(code) {
      for (const found of code.nodes(['except_clause'])) {
        const body = found.node.namedChildren().find((node) => node.kind() === 'block') ?? null;
        const type = /^except\*?\s*([^:]*?)(?:\s+as\s+\w+)?\s*:/.exec(found.node.text())?.[1] ?? '';
        const tried = found.node.parent()?.field('body')?.text() ?? '';
        const comments = found.node.text().match(/#.*$/gm)?.join(' ') ?? '';
        yield* judge(code, found, statementsOf(body), { comment: comments, type, tried });
      }
      for (const found of code.nodes(['with_item'], { regex: '^(?:contextlib\\.)?suppress\\((?:Base)?Exception\\)' }))
        yield {
          start: found.start,
          end: found.end,
          text: (code.lines[found.start] ?? '').trim(),
          captures: { way: 'empty', type: 'Exception', comment: '', tried: '', value: '' },
        };
    },
    *go(code) {
      yield* handledOnlyOnSuccess(code);
      for (const found of code.nodes(['if_statement'], { regex: '^if [^{]*\\berr\\w* != nil' })) {
        const body = found.node.field('consequence');
        const comment = /\/\/.*/.exec(body?.text() ?? '')?.[0] ?? '';
        yield* judge(code, found, statementsOf(body), { comment, type: '', tried: found.node.prev()?.text() ?? '' });
      }
    },
    braced: findSwallowedInBraces,
  }),
};

/** Go: `if err == nil { … }` with nothing for the other case, so that a failure looks like "nothing there". */
function* handledOnlyOnSuccess(code: CodeText): Iterable<Found> {
  for (const found of code.nodes(['if_statement'], { regex: '^if [^{]*[eE]rr == nil\\s*\\{' })) {
    if (
      !code.changed.includes(found.start) ||
      /first|last|prev/i.test(found.node.field('condition')?.text() ?? '') ||
      found.node.field('alternative') ||
      /\breturn\b|\bt\./.test(found.node.field('consequence')?.text() ?? '')
    )
      continue;
    const tried = found.node.field('initializer') ?? found.node.prev();
    yield {
      start: found.start,
      end: found.end,
      text: found.node.text(),
      captures: { way: 'success-only', value: '', type: '', comment: '', tried: tried?.text() ?? '' },
    };
  }
}

interface Handler {
  readonly comment: string;
  readonly type: string;
  readonly tried: string;
}

function* judge(code: CodeText, { start, end, cut, node }: CodeNode, statements: readonly SgNode[], handler: Handler): Iterable<Found> {
  // What else the handler does may stand beyond the fragment.
  const verdict = cut ? null : wayOf(statements, code.language);
  if (verdict) yield { start, end, text: node.text(), captures: { ...handler, ...verdict } };
}

function wayOf(statements: readonly SgNode[], language: CodeLanguage): { way: string; value: string } | null {
  const rest = statements.filter((node) => !isLog(node));
  const logged = rest.length < statements.length;
  const [only] = rest;
  if (!only) return { way: logged ? 'log' : 'empty', value: '' };
  if (rest.length > 1) return null;
  const text = only.text().replace(/;$/, '');
  if (/^(?:pass|\.\.\.)$/.test(text)) return { way: logged ? 'log' : 'empty', value: '' };
  if (text === 'continue' && !logged) return { way: 'empty', value: 'continue' };
  const nothing = NOTHING_INSTEAD.exec(text)?.[1];
  if (nothing !== undefined) return { way: 'nothing', value: nothing };
  if (only.kind() !== 'return_statement') return null;
  const value = text.replace(/^return\b\s*/, '');
  return isMadeUp(only, value, language) ? { way: 'default', value } : null;
}

/** A variable set to nothing, so that a failure reads like "there is none". */
const NOTHING_INSTEAD = /^[\w.]+\s*=\s*(nil|null|undefined|None|\[\]|\{\}|""|''|``|(?:map\[\w+\]|\[\])[\w.]+\{\}|new (?:Map|Set)\(\)|(?:set|dict|list)\(\))$/;

const isLog = (node: SgNode): boolean => node.kind() === 'expression_statement' && LOG_CALL.test(node.text());

/** A constant that looks like an answer. In Go the error must be among the values, so `nil, nil` hides it and `nil, err` does not. */
function isMadeUp(statement: SgNode, value: string, language: CodeLanguage): boolean {
  if (language === 'go') return /^(?:nil|true|""|0|false|\w+\{\}|\[\]\w+\{\})(?:,\s*(?:nil|false|true|0|""))*$/.test(value);
  if (/^(?:\[\]|\{\}|\(\)|''|""|``|set\(\)|dict\(\)|list\(\)|new (?:Map|Set)\(\)|)$/.test(value)) return true;
  const [node] = statement.namedChildren();
  return isLiteral(node);
}
