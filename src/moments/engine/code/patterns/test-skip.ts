import { PROGRAM } from '../code-language.ts';
import { toFound, type CodePattern } from '../code-pattern.ts';
import { ancestorsInFunction, argumentsOf, enclosingFunction, findByLanguage, findInLines, isLiteral } from '../syntax.ts';

const CONDITIONS: ReadonlySet<string> = new Set([
  'if_statement',
  'except_clause',
  'catch_clause',
  'conditional_expression',
  'ternary_expression',
  'expression_switch_statement',
  'expression_case',
]);

/** A test taken out of the run: skip, todo, xfail, ignore. `conditional` where it only happens on some machines. */
export const testSkip: CodePattern = {
  id: 'test-skip',
  languages: PROGRAM,
  sides: 'both',
  prefilter:
    /\.(?:skip|todo|fixme|failing|Skip|SkipNow|Skipf|xfail|skipTest|expectedFailure)\b|\bx(?:it|test|describe|specify)\b|@(?:Disabled|Ignore|skip)\b|#\[ignore|\[Ignore|Skip\s*=|GTEST_SKIP|\bDISABLED_/,
  find: findByLanguage({
    *script(code) {
      const regex = '(?:^|[.])(?:it|test|describe|suite|context|specify)\\w*(?:[.]\\w+)*[.](?:skip|todo|fixme|failing)$|^x(?:it|test|describe|specify)$';
      for (const found of code.nodes(['member_expression', 'identifier'], { regex })) {
        const call = found.node.parent();
        if (call?.kind() !== 'call_expression' || call.field('function')?.id() !== found.node.id()) continue;
        const [first] = argumentsOf(call);
        yield {
          ...toFound(found),
          text: lineOf(code.lines, found.start),
          captures: { how: found.node.text(), reason: '', conditional: first && isNameOrTitle(first.kind()) ? '' : 'yes' },
        };
      }
    },
    *python(code) {
      for (const found of code.nodes(['decorator'], { regex: '^@(?:pytest\\.mark\\.(?:skip|xfail)\\b|(?:unittest\\.)?(?:skip|expectedFailure)\\b)' })) {
        const text = found.node.text();
        yield toFound(found, { how: text.replace(/\(.*/s, ''), reason: /["']([^"']+)["']/.exec(text)?.[1] ?? '', conditional: '' });
      }
      for (const found of code.nodes(['call'], { regex: '^(?:pytest\\.(?:skip|xfail)|self\\.skipTest)\\(' })) {
        const conditional = ancestorsInFunction(found.node).some((node) => CONDITIONS.has(String(node.kind())));
        yield toFound(found, {
          how: found.node.field('function')?.text() ?? '',
          reason: argumentsOf(found.node)[0]?.text() ?? '',
          conditional: conditional ? 'yes' : '',
        });
      }
    },
    *go(code) {
      for (const found of code.nodes(['call_expression'], { regex: '^[tbf]\\.(?:Skip|SkipNow|Skipf)\\(' })) {
        const conditional = ancestorsInFunction(found.node).some((node) => CONDITIONS.has(String(node.kind())));
        const helper = enclosingFunction(found.node)?.field('name')?.text();
        yield toFound(found, {
          how: found.node.field('function')?.text() ?? '',
          reason: argumentsOf(found.node).find(isLiteral)?.text() ?? '',
          conditional: conditional || (helper !== undefined && !/^(?:Test|Benchmark|Fuzz|Example)/.test(helper)) ? 'yes' : '',
        });
      }
    },
    braced: findInLines(/@(?:Disabled|Ignore)\b(?!If)|#\[ignore\b|^\s*\[Ignore\b|\bSkip\s*=\s*"|\bGTEST_SKIP\b|\bDISABLED_\w/, (match, line) => ({
      how: match[0].trim(),
      reason: /"([^"]+)"/.exec(line)?.[1] ?? '',
      conditional: '',
    })),
  }),
};

/** What a test's first argument looks like; anything else is a condition, as in Playwright's `test.skip(isLinux)`. */
const isNameOrTitle = (kind: unknown): boolean => ['string', 'template_string', 'identifier', 'member_expression'].includes(String(kind));
const lineOf = (lines: readonly string[], index: number): string => (lines[index] ?? '').trim();
