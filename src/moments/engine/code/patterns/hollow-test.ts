import { findBlocks } from '../braced-blocks.ts';
import { BRACED, type CodeLanguage } from '../code-language.ts';
import type { CodeNode, CodePattern, CodeText, Found, SgNode } from '../code-pattern.ts';
import { findAssertions } from '../assertion-parts.ts';
import { strengthOf } from '../strength-of-assertion.ts';
import { argumentsOf, findByLanguage, isFunction, statementsOf } from '../syntax.ts';

/** What may be a check, by name: libraries' own, and helpers that people write. Wide on purpose, for the pattern is their absence. */
const CHECK =
  /\b_?test\w*\(|expect|assert|require|should|verif|check|ensure|must|throws|rejects|raises|warns|fail|snapshot|match|approve|compare|validate|\bfc\.|\bt\.(?:is|not|deepEqual|true|false|truthy|like|plan|pass)\b|\bcy\.|getBy|findBy|waitFor|\.(?:Error|Fatal|Run)\w*\(|cmp\.|quick\.|done\(/i;
const CALLS_OF_DOUBLES = /\.(?:not\.)?toHaveBeenCalled(?:Times|Once)?\(|\.assert_called(?:_once)?\(|\.assert_not_called\(/g;
const ANY_ASSERTION = /\bexpect(?:\.\w+)?\(|\bassert\b|\.assert_\w+\(|self\.assert/g;

const UP_TO_NEXT = String.raw`(?:(?!\n\+\s*(?:(?:it|test|(?:async )?def test|func Test|@\w*Test)\b|\[(?:Fact|Test|Theory)|#\[|TEST))[^\r]){0,4000}?`;
/** Assertions that pin down a value, whatever else there is: a test with one is not hollow. */
const PINS_DOWN = [
  String.raw`\.to(?:Be|Equal|StrictEqual|HaveLength|Contain|Match|HaveProperty)\((?!\s*expect\.any)`,
  String.raw`\bassert [^\n]* == (?![^\n]*ANY)`,
  String.raw`\bif (?![^\n]*\berr\w* [!=]= nil)[^\n]* != [^\n]*\{\n\+\s*t\.(?:Error|Fatal)`,
  String.raw`\b(?:assert|require)\.(?:Equal|Len|Contains)\(`,
].join('|');
/** The beginning of a test that has no such assertion before the next one begins. */
const NEW_TEST = new RegExp(
  String.raw`^\+\s*(?:(?:it|test)(?:\.\w+)*\(|(?:async )?def test_|func Test|(?:@|\[|#\[(?:\w+::)?)(?:\w*Test|TestMethod|Fact|Theory|test)\b|TEST\w*\()(?!${UP_TO_NEXT}(?:${PINS_DOWN}))`,
  'm',
);

/** A test that is new in this edit and has nothing that could fail, or only looks at its own doubles. */
export const hollowTest: CodePattern = {
  id: 'hollow-test',
  languages: ['ts', 'tsx', 'js', 'python', 'go', ...BRACED],
  sides: 'added',
  files: 'tests',
  prefilter: NEW_TEST,
  find: findByLanguage({
    *script(code) {
      for (const found of code.nodes(['call_expression'], { regex: '^(?:it|test)(?:\\.(?:only|concurrent))?\\(' })) {
        const [title, ...rest] = argumentsOf(found.node);
        const body = rest.find(isFunction)?.field('body');
        if (title && body?.kind() === 'statement_block') yield* judge(code, found, title.text(), body);
      }
    },
    *python(code) {
      for (const found of code.nodes(['function_definition'], { regex: '^(?:async )?def test_' })) {
        const body = found.node.field('body');
        if (body && found.node.parent()?.kind() !== 'decorated_definition') yield* judge(code, found, found.node.field('name')?.text() ?? '', body);
      }
    },
    *go(code) {
      for (const found of code.nodes(['function_declaration'], { regex: '^func Test[A-Z]\\w*\\(\\w+ \\*testing\\.T\\)' })) {
        const body = found.node.field('body');
        if (body && !/[(,]\s*t\s*[,)]/.test(body.text())) yield* judge(code, found, found.node.field('name')?.text() ?? '', body);
      }
    },
    *braced(code) {
      const head = TEST_HEAD[code.language];
      for (const block of head ? findBlocks(code, head) : []) {
        if (!code.meets(block.start, block.start) || !code.meets(block.end, block.end)) continue;
        const own = findAssertions(code).filter(({ start, end }) => start >= block.start && end <= block.end);
        const pinned = own.some((assertion) => strengthOf(assertion) > 1);
        // In Rust a test also fails where something is unwrapped, or an error is handed on.
        const checks =
          CHECK.test(block.head[0].replace(NAMES_A_TEST, '')) ||
          CHECK.test(block.body) ||
          (code.language === 'rust' && /unwrap\(|\?\s*;|panic!/.test(block.body)) ||
          OWN_HELPER.test(block.body);
        const way =
          block.body.trim() === '' ? 'empty' : !checks ? 'no-oracle' : own.length > 0 && !pinned && !hasOtherChecks(block.body) ? 'presence-only' : null;
        const text = block.rawBody.trim().split('\n', 2).join('\n');
        if (way)
          yield {
            start: block.start,
            end: block.end,
            text: `${block.head[0].replaceAll(/\s+/g, ' ')} ${text}`,
            captures: { way, name: (block.head[1] ?? '').trim() },
          };
      }
    },
  }),
};

/** Up to the body of a test, its name first captured. */
const TEST_HEAD: Partial<Record<CodeLanguage, RegExp>> = {
  java: /@(?:\w*Test)\b[^{};]{0,400}?\b(\w+)\s*\([^(){}]{0,200}\)\s*(?:throws [\w., ]{0,200})?\{/g,
  csharp: /\[(?:Fact|Theory|Test|TestMethod|TestCase)\b[^{};]{0,400}?\b(\w+)\s*\([^(){}]{0,200}\)\s*\{/g,
  rust: /#\[(?:\w+::)?test\b[^{};]{0,400}?\bfn\s+(\w+)\s*\([^{};]{0,200}?\{/g,
  c: /\bTEST(?:_F|_P|_CASE)?\s*\(([^{};]{0,200}?)\)\s*\{/g,
  cpp: /\bTEST(?:_F|_P|_CASE)?\s*\(([^{};]{0,200}?)\)\s*\{/g,
};
/** What marks a test is no check, but `expected = …`, `should_panic` or `ExpectedException` beside it is. */
const NAMES_A_TEST = /\b(?:void|fn|Task)\s+\w+\s*\(|\bTEST\w*\s*\([^)]*\)/g;
/** A method of the test class itself, called for its own sake with something to look at: it may hold the check. */
const OWN_HELPER = /^\s*\w+(?:<[^>\n]*>)?\([^)\n]+(?:\n|.*;)/m;
const SMALL_CHECK = /\b(?:assert(?:_eq|_ne|_matches)?!|assert[A-Z]\w*|Assert\.\w+|(?:EXPECT|ASSERT|REQUIRE|CHECK)\w*|assert)\s*\(/g;
const hasOtherChecks = (body: string): boolean => CHECK.test(body.replace(SMALL_CHECK, '').replaceAll(/\.(?:is|not|Should|Not)\w*\(/g, ''));

function* judge(code: CodeText, { start, end, cut, node }: CodeNode, name: string, body: SgNode): Iterable<Found> {
  // The whole test must be new: an edit inside an older one says nothing about the rest of it.
  if (cut || !code.changed.includes(start) || !code.changed.includes(end)) return;
  const text = body.text();
  const checks = text.match(ANY_ASSERTION)?.length ?? 0;
  const ofDoubles = text.match(CALLS_OF_DOUBLES)?.length ?? 0;
  const way =
    statementsOf(body).length === 0
      ? 'empty'
      : !CHECK.test(text)
        ? 'no-oracle'
        : checks > 0 && ofDoubles === checks
          ? 'doubles-only'
          : seesOnlyPresence(code, start, end, text)
            ? 'presence-only'
            : null;
  if (way) yield { start, end, text: node.text().split('\n', 3).join('\n'), captures: { way, name: name.replace(/^['"`]|['"`]$/g, '') } };
}

/** Every assertion of the test only says that something is there, or, in Go, that no error came back. */
function seesOnlyPresence(code: CodeText, start: number, end: number, text: string): boolean {
  const own = findAssertions(code).filter((assertion) => assertion.start >= start && assertion.end <= end);
  if (own.some((assertion) => strengthOf(assertion) > 1)) return false;
  // Whatever else may check (a helper, a subtest) keeps it from being hollow.
  if (code.language === 'go') {
    const rest = text.replace(NO_ERROR_CHECK, '').replace(SET_UP, '');
    return own.length === 0 && text.search(NO_ERROR_CHECK) >= 0 && !CHECK.test(rest);
  }
  return own.length > 0 && own.length === (text.match(ANY_ASSERTION)?.length ?? 0) && !/\b(?:verify|check|ensure|assert)[A-Z_]\w*\(/.test(text);
}

const NO_ERROR_CHECK = /if [^{\n]*\berr != nil \{\s*\w+\.(?:Fatal|Error)\w*\([^\n]*\)\s*\}/g;
const SET_UP = /\bt\.(?:TempDir|Helper|Setenv|Parallel|Cleanup|Context|Chdir)\(/g;
