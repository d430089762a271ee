import { PROGRAM } from '../code-language.ts';
import { toFound, type CodePattern, type Found, type SgNode } from '../code-pattern.ts';
import { argumentsOf, findByLanguage, findInLines } from '../syntax.ts';

/** What only someone looking for a bug would print. */
const DEBUG_WORDS = /\bdebug\b|\bDEBUG\b|[-=>*#]{3,}|\b(?:here|xxx+|foo|asdf|wtf|test123|reached|temp)\b|locals\(\)|globals\(\)/i;

/** Output or a breakpoint for the author's eyes. `sure` where nothing else could explain it. */
export const debugPrint: CodePattern = {
  id: 'debug-print',
  languages: PROGRAM,
  sides: 'both',
  prefilter:
    /console\.(?:log|debug|trace|dir|table)|\bdebugger\b|\bprint\(|\bpprint|breakpoint\(|set_trace|fmt\.Print|\bprintln|dbg!|System\.out|Console\.Write|\bprintf\(|eprintln!|std::cerr|std::cout/,
  find: findByLanguage({
    *script(code) {
      for (const found of code.nodes(['debugger_statement'])) yield toFound(found, { how: 'debugger', sure: 'yes' });
      for (const found of code.nodes(['call_expression'], { regex: '^console\\.(?:log|debug|trace|dir|table)\\(' })) yield toFound(found, judge(found.node));
    },
    *python(code) {
      for (const found of code.nodes(['call'], { regex: '^(?:breakpoint\\(|(?:i?pdb|pudb)\\.set_trace\\(|print\\(|pprint(?:\\.pprint)?\\()' })) {
        const breaks = /^(?:breakpoint|i?pdb|pudb)/.test(found.node.text());
        yield toFound(found, breaks ? { how: 'breakpoint', sure: 'yes' } : judge(found.node));
      }
    },
    *go(code) {
      for (const found of code.nodes(['call_expression'], { regex: '^(?:fmt\\.Print(?:ln|f)?|println|print|spew\\.Dump)\\(' }))
        yield toFound(found, judge(found.node));
    },
    *braced(code): Iterable<Found> {
      yield* findInLines(/\b(dbg!|System\.out\.print\w*|Console\.Write\w*|e?println!|printf|std::c(?:out|err))/, (match, line) => ({
        how: match[1] ?? '',
        sure: match[1] === 'dbg!' || DEBUG_WORDS.test(line) ? 'yes' : '',
      }))(code);
    },
  }),
};

function judge(call: SgNode): { how: string; sure: string } {
  const args = argumentsOf(call).map((node) => node.text());
  const [first = ''] = args;
  // `console.log('value', value)` and `print(value)` show a value to its author; a sentence is for a reader.
  const isLabel = /^["'`][\w .:>*=#-]{0,18}[:=>]?\s*["'`]$/.test(first) && args.length > 1;
  return { how: call.field('function')?.text() ?? '', sure: DEBUG_WORDS.test(args.join(' ')) ? 'yes' : '', ...(isLabel ? { label: 'yes' } : {}) };
}
