import { expect, test } from 'vitest';
import { toCodeLanguage } from '../../moments/engine/code/code-language.ts';
import { createCodeParser } from '../../moments/engine/code/parse-code.ts';
import { applyMutant, listMutants } from './list-mutants.ts';
import { isOperator, OPERATORS } from './operators.ts';

const parse = createCodeParser();
function mutate(name: string, text: string): [string, string][] {
  const language = toCodeLanguage(name, '');
  const root = language === null ? null : parse(text, language);
  if (!root || language === null) throw new Error(`${name} cannot be parsed`);
  return listMutants(root, language).map((one) => [one.operator, applyMutant(text, one)]);
}

const SCRIPT: [string, string, string][] = [
  ['boundary-off-by-one', 'const f = (i: number, n: number) => i < n;', 'const f = (i: number, n: number) => i <= n;'],
  ['condition-inverted', 'const f = (a: string) => a === "x";', 'const f = (a: string) => a !== "x";'],
  ['condition-inverted', 'if (isOpen(a)) b();', 'if (!(isOpen(a))) b();'],
  ['error-swallowed', 'function f() { throw new Error("no"); }', 'function f() { return; }'],
  ['error-swallowed', 'try { a(); } catch (e) { report(e); }', 'try { a(); } catch (e) {}'],
  ['cleanup-removed', 'try { a(); } finally { b(); }', 'try { a(); } finally {}'],
  ['cleanup-removed', 'function f() { file.close(); }', 'function f() { ; }'],
  ['return-ignored', 'name = name.trim();', 'name.trim();'],
  ['null-not-handled', 'const f = (a?: A) => a?.b;', 'const f = (a?: A) => a.b;'],
  ['null-not-handled', 'function f(a) { if (!a) return 0; return a.b; }', 'function f(a) { ; return a.b; }'],
  ['permission-removed', 'function f(u) { if (!u.isAdmin) throw new Error("no"); go(); }', 'function f(u) { ; go(); }'],
  ['guard-removed', 'function f(n) { if (n < 0) { return 0; } return go(n); }', 'function f(n) { ; return go(n); }'],
  // With its lines where it has them for itself: a lone `;` would show the place.
  ['guard-removed', 'function f(n) {\n  if (n < 0) {\n    return 0;\n  }\n  return go(n);\n}\n', 'function f(n) {\n  return go(n);\n}\n'],
  ['cleanup-removed', 'function f() {\n  work();\n  file.close();\n}\n', 'function f() {\n  work();\n}\n'],
  ['guard-removed', 'function f(n) {\n  if (a)\n    if (n < 0) return 0;\n  go();\n}\n', 'function f(n) {\n  if (a)\n    ;\n  go();\n}\n'],
  ['await-missing', 'async function f() { return await g(); }', 'async function f() { return g(); }'],
  ['wrong-default', 'const f = (a?: number) => a ?? 0;', 'const f = (a?: number) => a ?? 1;'],
  ['wrong-default', 'function f(a = true) { return a; }', 'function f(a = false) { return a; }'],
  ['and-for-or', 'const f = (a, b) => a && b;', 'const f = (a, b) => a || b;'],
  ['arguments-swapped', 'move(from, to);', 'move(to, from);'],
  ['sign-turned', 'const f = (a: number) => a - 1;', 'const f = (a: number) => a + 1;'],
  ['time-zone-lost', 'const f = (d) => d.getUTCHours();', 'const f = (d) => d.getHours();'],
  ['state-shared', 'const own = [...given];', 'const own = given;'],
  ['state-shared', 'const own = { ...given };', 'const own = given;'],
  ['state-shared', 'const own = given.slice();', 'const own = given;'],
  ['state-shared', 'const own = given.toSorted();', 'const own = given.sort();'],
  ['branches-swapped', 'const f = (a) => (a ? b : c);', 'const f = (a) => (a ? c : b);'],
  ['any-for-all', 'const f = (a) => a.every(g);', 'const f = (a) => a.some(g);'],
  ['extreme-swapped', 'const f = (a) => Math.max(a, 1);', 'const f = (a) => Math.min(a, 1);'],
  ['rounding-changed', 'const f = (a) => Math.floor(a);', 'const f = (a) => Math.ceil(a);'],
  ['unit-lost', 'const f = (seconds) => wait(seconds * 1000);', 'const f = (seconds) => wait(seconds);'],
  ['first-match-only', 'const f = (a) => a.replace(/x/g, y);', 'const f = (a) => a.replace(/x/, y);'],
  ['first-match-only', 'const f = (a) => a.replaceAll(x, y);', 'const f = (a) => a.replace(x, y);'],
  ['anchor-lost', 'const f = (a) => /^x$/.test(a);', 'const f = (a) => /x$/.test(a);'],
  ['escaping-lost', 'const f = (a) => "/?q=" + encodeURIComponent(a);', 'const f = (a) => "/?q=" + a;'],
  ['loop-left-early', 'for (const a of b) { if (a) continue; c(); }', 'for (const a of b) { if (a) break; c(); }'],
];
const PYTHON: [string, string, string][] = [
  ['boundary-off-by-one', 'ok = i < n\n', 'ok = i <= n\n'],
  ['boundary-off-by-one', 'for i in range(n):\n    go(i)\n', 'for i in range(n - 1):\n    go(i)\n'],
  ['condition-inverted', 'ok = a is None\n', 'ok = a is not None\n'],
  ['condition-inverted', 'if not a:\n    go()\n', 'if a:\n    go()\n'],
  ['and-for-or', 'ok = a and b\n', 'ok = a or b\n'],
  ['sign-turned', 'end = n - 1\n', 'end = n + 1\n'],
  ['arguments-swapped', 'move(a, b)\n', 'move(b, a)\n'],
  ['error-swallowed', 'def f():\n    raise ValueError("no")\n', 'def f():\n    return\n'],
  ['error-swallowed', 'try:\n    a()\nexcept E as e:\n    log(e)\n    raise\n', 'try:\n    a()\nexcept E as e:\n    pass\n'],
  ['cleanup-removed', 'try:\n    a()\nfinally:\n    b()\n', 'try:\n    a()\nfinally:\n    pass\n'],
  ['cleanup-removed', 'file.close()\n', 'pass\n'],
  ['cleanup-removed', 'work()\nfile.close()\n', 'work()\n'],
  ['return-ignored', 'name = name.strip()\n', 'name.strip()\n'],
  ['null-not-handled', 'def f(a):\n    if a is None:\n        return 0\n    return a.b\n', 'def f(a):\n    return a.b\n'],
  ['permission-removed', 'def f(u):\n    if not u.can_edit():\n        raise No\n    go()\n', 'def f(u):\n    go()\n'],
  ['guard-removed', 'def f(n):\n    if n < 0:\n        return 0\n    return go(n)\n', 'def f(n):\n    return go(n)\n'],
  ['await-missing', 'async def f():\n    return await g()\n', 'async def f():\n    return g()\n'],
  ['wrong-default', 'def f(a=True):\n    return a\n', 'def f(a=False):\n    return a\n'],
  ['wrong-default', 'n = counts.get(k, 0)\n', 'n = counts.get(k, 1)\n'],
  ['time-zone-lost', 'now = datetime.now(timezone.utc)\n', 'now = datetime.now()\n'],
  ['time-zone-lost', 'now = datetime.utcnow()\n', 'now = datetime.now()\n'],
  ['state-shared', 'own = list(given)\n', 'own = given\n'],
  ['state-shared', 'own = given.copy()\n', 'own = given\n'],
  ['branches-swapped', 'a = b if c else d\n', 'a = d if c else b\n'],
  ['any-for-all', 'ok = all(a)\n', 'ok = any(a)\n'],
  ['extreme-swapped', 'n = max(a, 1)\n', 'n = min(a, 1)\n'],
  ['rounding-changed', 'n = math.floor(a)\n', 'n = math.ceil(a)\n'],
  ['unit-lost', 'ms = seconds * 1000\n', 'ms = seconds\n'],
  ['first-match-only', 'b = a.replace(x, y)\n', 'b = a.replace(x, y, 1)\n'],
  ['escaping-lost', 'b = html.escape(a)\n', 'b = a\n'],
  ['loop-left-early', 'for a in b:\n    continue\n', 'for a in b:\n    break\n'],
];
const GO: [string, string, string][] = [
  ['boundary-off-by-one', 'i < n', 'i <= n'],
  ['condition-inverted', 'a == b', 'a != b'],
  ['and-for-or', 'a && b', 'a || b'],
  ['sign-turned', 'n - 1', 'n + 1'],
].map(([operator = '', before, after]) => [operator, `package p\n\nvar ok = ${before}\n`, `package p\n\nvar ok = ${after}\n`]);
const IN_GO: [string, string, string][] = [
  ['error-swallowed', 'if err != nil { return nil, err }', 'if err != nil { return nil, nil }'],
  ['error-swallowed', 'return fmt.Errorf("no %w", err)', 'return nil'],
  ['cleanup-removed', 'defer file.Close()', ''],
  ['return-ignored', 'name = strings.TrimSpace(name)', '_ = strings.TrimSpace(name)'],
  ['null-not-handled', 'if a == nil { return }', ''],
  ['permission-removed', 'if !allowed(u) { return }', ''],
  ['guard-removed', 'if n < 0 { return }', ''],
  ['condition-inverted', 'if !ready { go1() }', 'if ready { go1() }'],
  ['arguments-swapped', 'move(a, b)', 'move(b, a)'],
  ['await-missing', 'wg.Wait()', ''],
  ['time-zone-lost', 'x := now.UTC()', 'x := now.Local()'],
  ['time-zone-lost', 'x := time.UTC', 'x := time.Local'],
  ['extreme-swapped', 'n := max(a, 1)', 'n := min(a, 1)'],
  ['rounding-changed', 'n := math.Floor(a)', 'n := math.Ceil(a)'],
  ['unit-lost', 'n := seconds * 1000', 'n := seconds'],
  ['loop-left-early', 'for _, a := range b { if a { continue } }', 'for _, a := range b { if a { break } }'],
  ['state-shared', 'x := append([]string(nil), given...)', 'x := given'],
];
const inGo = (body: string | undefined): string => `package p\n\nfunc f() {\n\t${body}\n}\n`;

test.each([
  ...SCRIPT.map((one) => ['a.ts', ...one] as const),
  ...PYTHON.map((one) => ['a.py', ...one] as const),
  ...GO.map((one) => ['a.go', ...one] as const),
  ...IN_GO.map(([operator, before, after]) => ['a.go', operator, inGo(before), inGo(after)] as const),
])('%s: %s is put into %s', (name, operator, before, after) => {
  expect(mutate(name, before)).toContainEqual([operator, after]);
});

test('every operator is tried, and each language has most of them', () => {
  const tried = [...SCRIPT, ...PYTHON, ...GO, ...IN_GO].map(([operator]) => operator);
  expect(new Set(tried)).toEqual(new Set(OPERATORS));
  for (const operator of tried) expect(isOperator(operator)).toBe(true);
});

test.each([
  ['a.ts', 'type A = B<C, D>;\nconst text = "a < b && c";\n// i < n\nimport { a } from "./a.ts";\n'],
  ['a.py', '"""a < b and c"""\nfrom a import b\n# i < n\n'],
  ['a.go', 'package p\n\nimport "fmt"\n\n// i < n\nvar text = "a && b"\n'],
])('types, texts and comments of %s are left alone', (name, text) => {
  expect(mutate(name, text)).toEqual([]);
});
