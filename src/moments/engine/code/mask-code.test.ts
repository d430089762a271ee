import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_LANGUAGES } from './code-language.ts';
import { maskCode } from './mask-code.ts';

test('comments and the insides of strings are no code', () => {
  const { code, comments } = maskCode(`const a = "eval(x)"; // eval(y)\nrun(); /* eval(z) */ go();`, 'ts');
  expect(code).toBe(`const a = "       ";           \nrun();               go();`);
  expect(comments.trim().split(/\s{2,}/)).toEqual(['// eval(y)', '/* eval(z) */']);
});

test('code inside a template literal is code, its text is not', () => {
  expect(maskCode('`rm ${path({ a: `x` })} -rf`', 'ts').code).toBe('`   ${path({ a: ` ` })}    `');
});

test('a quote in a regular expression opens no string', () => {
  expect(maskCode(`text.replace(/['"\`]/g, '') + eval(x)`, 'ts').code).toContain('eval(x)');
});

test('a lifetime opens no character', () => {
  expect(maskCode(`fn f<'a>(x: &'a str) -> char { 'x' }`, 'rust').code).toBe(`fn f<'a>(x: &'a str) -> char { ' ' }`);
});

test('a docstring spans lines, a hash in a string is no comment', () => {
  const { code, comments } = maskCode(`def f():\n    """eval(x)\n    # no\n    """\n    return '#'  # yes`, 'python');
  expect(code).not.toContain('eval');
  expect(comments.trim()).toBe('# yes');
});

test('any text keeps its length and its lines in every language', () => {
  const piece = fc.constantFrom('"', "'", '`', '"""', '/*', '*/', '//', '#', '${', '}', '{', '\\', '\n', '/', 'a', ' ', '=', '\r\n', '\u{1f600}');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom(...CODE_LANGUAGES), (pieces, language) => {
      const text = pieces.join('');
      const { code, comments } = maskCode(text, language);
      expect([code.length, comments.length]).toEqual([text.length, text.length]);
      expect(code.split('\n')).toHaveLength(text.split('\n').length);
    }),
    { numRuns: 500 },
  );
});
