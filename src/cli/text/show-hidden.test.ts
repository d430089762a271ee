import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { showHidden } from './show-hidden.ts';
import { toPlain } from './to-plain.ts';

test.each([
  ['a\u001b[2Kb', 'a<U+001B>[2Kb'],
  ['if (x\u202e) // \u2066safe', 'if (x<U+202E>) // <U+2066>safe'],
  ['one\r\ntwo', 'one<U+000D>\ntwo'],
  ['z\u200be\u00a0r\u3164o\u2800', 'z<U+200B>e<U+00A0>r<U+3164>o<U+2800>'],
  ['tag \u{e0041}', 'tag <U+E0041>'],
  ['half \ud800', 'half <U+D800>'],
  ['\tconst größe = "日本 👍";\n', '\tconst größe = "日本 👍";\n'],
])('%j is shown as %j', (text, shown) => expect(showHidden(text)).toBe(shown));

test('nothing of any text is lost or acts on a terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = showHidden(text);
      expect(toPlain(shown)).toBe(shown);
      expect(shown.length).toBeGreaterThanOrEqual(text.length);
    }),
  );
});
