/** Takes one assertion apart into what it looks at, how, and what it expects, whatever the test library. */
import type { CodeNode, CodeText, SgNode } from './code-pattern.ts';
import { argumentsOf, isLiteral, isScript, statementsOf } from './syntax.ts';

export interface Assertion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly subject: string;
  readonly matcher: string;
  readonly expected: string;
  readonly subjectIsLiteral: boolean;
  readonly expectedIsLiteral: boolean;
}

const assertionsByText = new WeakMap<CodeText, readonly Assertion[]>();

/** Every assertion that meets the changed lines; several patterns look at them. */
export function findAssertions(code: CodeText): readonly Assertion[] {
  const known = assertionsByText.get(code) ?? [...listAssertions(code)];
  assertionsByText.set(code, known);
  return known;
}

function listAssertions(code: CodeText): Iterable<Assertion> {
  if (isScript(code.language)) return scriptAssertions(code);
  if (code.language === 'python') return pythonAssertions(code);
  return code.language === 'go' ? goAssertions(code) : lineAssertions(code);
}

function* scriptAssertions(code: CodeText): Iterable<Assertion> {
  for (const at of code.nodes(['call_expression'], { regex: '^(?:expect|assert)' })) {
    const parent = at.node.parent();
    // `expect(x)` inside `expect(x).toBe(1)` is part of the same assertion.
    if (parent?.kind() === 'member_expression') continue;
    const assertion = toExpectation(at) ?? toAssertCall(at);
    if (assertion) yield assertion;
  }
}

function toExpectation(at: CodeNode): Assertion | null {
  const names: string[] = [];
  let callee = at.node.field('function');
  while (callee?.kind() === 'member_expression') {
    names.unshift(callee.field('property')?.text() ?? '');
    callee = callee.field('object');
  }
  if (callee?.kind() !== 'call_expression' || !/^expect(?:\.(?:soft|poll))?$/.test((callee.field('function')?.text() ?? '').replace(/\s+/g, ''))) return null;
  const [subject] = argumentsOf(callee);
  const expected = argumentsOf(at.node);
  return part(at, subject, names.join('.'), expected);
}

function toAssertCall(at: CodeNode): Assertion | null {
  const callee = at.node.field('function')?.text() ?? '';
  if (!/^assert(?:\.\w+)*$|^assert[A-Z]\w*$/.test(callee)) return null;
  const [subject, ...expected] = argumentsOf(at.node);
  const takesExpected = /equal|same|match|include|throws|reject|instanceof/i.test(callee);
  return part(at, subject, callee, takesExpected ? expected.slice(0, 1) : []);
}

function part(at: CodeNode, subject: SgNode | undefined, matcher: string, expected: readonly SgNode[]): Assertion {
  return {
    start: at.start,
    end: at.end,
    text: at.node.text(),
    subject: subject?.text() ?? '',
    matcher,
    expected: expected.map((node) => node.text()).join(', '),
    subjectIsLiteral: isLiteral(subject),
    expectedIsLiteral: expected.length > 0 && expected.every(isLiteral),
  };
}

function* pythonAssertions(code: CodeText): Iterable<Assertion> {
  for (const at of code.nodes(['assert_statement'])) {
    const condition = at.node.namedChildren().find((node) => node.kind() !== 'comment');
    if (!condition) continue;
    if (condition.kind() !== 'comparison_operator') {
      yield part(at, condition, 'assert', []);
      continue;
    }
    const [left, right] = condition.namedChildren();
    const operator = condition.children().filter((node) => !node.isNamed() || /^(?:is not|not in)$/.test(String(node.kind())));
    yield part(at, left, operator.map((node) => node.text()).join(' '), right ? [right] : []);
  }
  for (const at of code.nodes(['call'], { regex: '^(?:self\\.(?:assert|fail)|[\\w.]*\\.assert_\\w+\\(|pytest\\.(?:raises|warns|fail)\\()' })) {
    const callee = at.node.field('function')?.text() ?? '';
    if (!/^self\.(?:assert\w*|fail)$|\.assert_\w+$|^pytest\.\w+$/.test(callee)) continue;
    const [subject, expected] = argumentsOf(at.node);
    const one = /assert(?:True|False|IsNone|IsNotNone)$/.test(callee);
    yield part(at, subject, callee, one || !expected ? [] : [expected]);
  }
}

function* goAssertions(code: CodeText): Iterable<Assertion> {
  for (const at of code.nodes(['call_expression'], { regex: '^(?:assert|require)\\.' })) {
    const callee = at.node.field('function')?.text() ?? '';
    if (!/^(?:assert|require)\.\w+$/.test(callee)) continue;
    const [, ...rest] = argumentsOf(at.node);
    // testify puts what is expected first.
    const two = /Equal|Same|Contains|Len|InDelta|Greater|Less|ErrorIs|EqualError/.test(callee);
    yield two && rest.length > 1 ? part(at, rest[1], callee, rest.slice(0, 1)) : part(at, rest[0], callee, []);
  }
  for (const at of code.nodes(['if_statement'], { regex: '\\bt\\.(?:Error|Fatal|Fail)' })) {
    const fails = statementsOf(at.node.field('consequence')).some((node) => /^t\.(?:Error|Fatal|Fail)\w*\(/.test(node.text()));
    const condition = at.node.field('condition');
    // A failed set-up step is no statement about the code under test.
    if (!fails || !condition || /^err\w* != nil$/.test(condition.text())) continue;
    const parts = { left: condition.field('left'), right: condition.field('right') };
    if (!parts.left || !parts.right) yield part(at, condition, 'if', []);
    else {
      const found = part(at, parts.left, `if ${condition.field('operator')?.text() ?? ''}`, [parts.right]);
      // `err` alone says nothing: what was called is what is looked at.
      const source = at.node.field('initializer')?.text();
      yield source ? { ...found, subject: `${source}; ${found.subject}` } : found;
    }
  }
}

const LINE_ASSERTION = /\b(assert(?:_eq|_ne|_matches)?!|assert[A-Z]\w*|Assert\.(?:\w+\.)?\w+|(?:EXPECT|ASSERT|REQUIRE|CHECK)(?:_\w+)?|assert)(?:<[^>]*>)?\s*\(/;
/** AssertJ and Truth: `assertThat(x).isEqualTo(1)`; FluentAssertions: `x.Should().Be(1)`. */
const CHAINED = /^(?:\.\w+(?:\([^()]*\))?)*?\.(is\w*|has\w*|contains\w*|startsWith|endsWith|matches)\(/;
const FLUENT = /([\w.()[\]]+)\.Should\(\)\.((?:Not)?\w+)\(/;

function* lineAssertions(code: CodeText): Iterable<Assertion> {
  const masked = code.code();
  for (const index of code.changed) {
    const line = masked[index] ?? '';
    const raw = code.lines[index] ?? '';
    const parts = LINE_ASSERTION.test(line) ? readCall(line, raw) : readFluent(line, raw);
    if (parts)
      yield {
        start: index,
        end: index,
        text: raw.trim(),
        ...parts,
        subjectIsLiteral: LITERAL.test(parts.subject),
        expectedIsLiteral: LITERAL.test(parts.expected),
      };
  }
}

type Words = Pick<Assertion, 'subject' | 'matcher' | 'expected'>;

function readCall(line: string, raw: string): Words | null {
  const match = LINE_ASSERTION.exec(line);
  if (!match) return null;
  const call = splitArguments(line, raw, match.index + match[0].length);
  const [first = '', second = ''] = call.args;
  const chain = match[1]?.endsWith('That') ? CHAINED.exec(line.slice(call.end + 1)) : null;
  if (chain) return { subject: first, matcher: chain[1] ?? '', expected: splitArguments(line, raw, call.end + 1 + chain[0].length).args.join(', ') };
  // JUnit, NUnit and xUnit put what is expected first.
  return LITERAL.test(first) && second !== '' && !LITERAL.test(second)
    ? { subject: second, matcher: match[1] ?? '', expected: first }
    : { subject: first, matcher: match[1] ?? '', expected: second };
}

function readFluent(line: string, raw: string): Words | null {
  const match = FLUENT.exec(line);
  if (!match) return null;
  return { subject: match[1] ?? '', matcher: match[2] ?? '', expected: splitArguments(line, raw, match.index + match[0].length).args.join(', ') };
}

/** The arguments of a call as written, from behind its opening bracket, and where it closes: the line's end where it goes on. */
function splitArguments(line: string, raw: string, from: number): { args: string[]; end: number } {
  const args: string[] = [];
  let depth = 0;
  let start = from;
  let at = from;
  for (; at < line.length; at++) {
    const char = line[at] as string;
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char) && --depth < 0) break;
    else if (char === ',' && depth === 0) {
      args.push(raw.slice(start, at).trim());
      start = at + 1;
    }
  }
  const last = raw.slice(start, at).trim();
  return { args: last === '' && args.length === 0 ? [] : [...args, last], end: at };
}

const LITERAL = /^(?:true|false|null|nullptr|-?\d[\d_.]*\w?|"[^"]*")$/;
