/** Error handlers of Java, C#, C++ and Rust that let the caller believe all is well. */
import { findBlocks, listStatements, toBraced } from './braced-blocks.ts';
import type { CodeText, Found } from './code-pattern.ts';

const CATCH = /\bcatch\s*(?:\(([^)]{0,300})\))?\s*\{/g;
const LOG =
  /^(?:(?:this|self)\.)?(?:_?log(?:ger)?|LOG(?:GER)?|Log(?:ger)?|Debug|Trace|Console|System\.(?:out|err)|spdlog|std::c(?:err|out|log)|fprintf|f?printf|perror|fputs|puts|qWarning|qDebug|\w+\.printStackTrace|e?println!|(?:log|tracing)::\w+!|(?:warn|error|info|debug|trace)!)(?:\W|$)/;
/** A constant that looks like an answer. */
const MADE_UP =
  /^(?:null|nullptr|NULL|None|false|true|-?[01]|""|string\.Empty|default(?:\([^)]*\))?|(?:Collections\.empty\w+|(?:List|Set|Map)\.of|Optional\.empty)\(\)|new \w*(?:List|Map|Set|Dictionary)(?:<[^>]*>)?\(\)|(?:Array|Enumerable)\.Empty<\w+>\(\)|std::nullopt|(?:Vec|String|HashMap)::new\(\)|vec!\[\]|Default::default\(\)|Ok\(\(\)\)|Ok\(None\)|\{\}|\[\]|)$/;
const EMPTIED = /^[\w.>-]+ = (null|nullptr|NULL|None|""|string\.Empty|\{\}|0)$/;

export function* findSwallowedInBraces(code: CodeText): Iterable<Found> {
  if (code.language === 'rust') yield* findSwallowedArms(code);
  // A header named `.h` may be C++.
  else yield* findSwallowedCatches(code);
}

function* findSwallowedCatches(code: CodeText): Iterable<Found> {
  const { masked, raw, partnerOf } = toBraced(code);
  for (const block of findBlocks(code, CATCH)) {
    const verdict = wayOf(listStatements(block));
    if (!verdict) continue;
    let before = block.from - 1;
    while (before > 0 && /\s/.test(masked[before] as string)) before--;
    const opened = masked[before] === '}' ? partnerOf(before) : -1;
    yield {
      start: block.start,
      end: block.end,
      text: raw.slice(block.from, block.close + 1),
      captures: {
        ...verdict,
        type: toTypeName(block.head[1] ?? ''),
        comment: commentsIn(code, block.start, block.end),
        tried: opened < 0 ? '' : raw.slice(opened, before + 1),
      },
    };
  }
}

/** Rust: an arm of a `match` that drops the error. */
function* findSwallowedArms(code: CodeText): Iterable<Found> {
  const { masked, raw, lineAt, partnerOf } = toBraced(code);
  for (const match of masked.matchAll(/\bErr\(\s*\w+\s*\)\s*=>\s*/g)) {
    const from = match.index;
    const at = from + match[0].length;
    const close = masked[at] === '{' ? partnerOf(at) : at + (/^[^,\n]*/.exec(masked.slice(at))?.[0].length ?? 0);
    if (close < 0 || !code.meets(lineAt(from), lineAt(close))) continue;
    const statements =
      masked[at] === '{' ? listStatements({ body: masked.slice(at + 1, close), rawBody: raw.slice(at + 1, close) }) : [raw.slice(at, close).trim()];
    const last = statements.at(-1) ?? '()';
    // The last expression of an arm is its value; nothing is a value too.
    const ending = last === '()' ? [] : [MADE_UP.test(last) ? `return ${last}` : last];
    const verdict = wayOf([...statements.slice(0, -1), ...ending]);
    const start = lineAt(from);
    const end = lineAt(close);
    const matched = /\bmatch\s+([^{]+)\{[^{}]*(?:\{[^{}]*\}[^{}]*)*$/.exec(raw.slice(Math.max(0, from - 600), from))?.[1] ?? '';
    if (verdict)
      yield { start, end, text: raw.slice(from, close + 1), captures: { ...verdict, type: '', comment: commentsIn(code, start, end), tried: matched } };
  }
}

function wayOf(statements: readonly string[]): { way: string; value: string } | null {
  const rest = statements.filter((statement) => !LOG.test(statement));
  const logged = rest.length < statements.length;
  const [only] = rest;
  if (only === undefined) return { way: logged ? 'log' : 'empty', value: '' };
  if (rest.length > 1) return null;
  if (only === 'continue' && !logged) return { way: 'empty', value: 'continue' };
  const emptied = EMPTIED.exec(only)?.[1];
  if (emptied !== undefined) return { way: 'nothing', value: emptied };
  const value = /^return\b\s*(.*)$/.exec(only)?.[1];
  return value !== undefined && MADE_UP.test(value) ? { way: 'default', value } : null;
}

/** `final java.io.IOException e` is IOException; `const std::exception& e` is every exception there is. */
function toTypeName(declared: string): string {
  if (declared.trim() === '...') return '';
  const [name = ''] = declared
    .replace(/\b(?:final|const)\b|[&*]/g, ' ')
    .trim()
    .split(/\s+/);
  const last = name.replace(/^(?:\w+(?:\.|::))+/, '');
  return last === 'exception' ? 'Exception' : last;
}

const commentsIn = (code: CodeText, start: number, end: number): string =>
  code
    .comments()
    .slice(start, end + 1)
    .join(' ')
    .replaceAll(/[\s/*]+/g, ' ')
    .trim();
