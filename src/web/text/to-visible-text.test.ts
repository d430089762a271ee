import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toVisibleText } from './to-visible-text.ts';

describe('toVisibleText', () => {
  it('leaves ordinary text, tabs and line breaks alone', () => {
    expect(toVisibleText('const a = "é 漢 👩‍🔬";\n\treturn a;')).toBe('const a = "é 漢 👩‍🔬";\n\treturn a;');
  });

  it('drops colour and spells out every other escape', () => {
    expect(toVisibleText('\u001b[32mok\u001b[0m \u001b]0;title\u0007\u001b[2J')).toBe('ok ‹ESC›]0;title‹BEL›‹ESC›[2J');
  });

  it('spells out overrides that would reorder code', () => {
    expect(toVisibleText('if (admin\u202e)\u2066 {')).toBe('if (admin‹U+202E›)‹U+2066› {');
  });

  it('turns Windows line ends into line breaks and shows a lone carriage return', () => {
    expect(toVisibleText('a\r\nb\rc')).toBe('a\nb‹CR›c');
  });

  it('never lets an acting character through, whatever the input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
        expect(toVisibleText(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u);
      }),
    );
  });
});
