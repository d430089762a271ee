import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInlines, parseRichText } from './parse-rich-text.ts';

const letters = (value: string): string => value.replaceAll(/[^abxy]/g, '');

describe('parseRichText', () => {
  it('reads paragraphs, headings, lists and fences', () => {
    expect(parseRichText('# Done\n\nThe **race** is in `idle()`.\n- one\n  more\n- two\n\n```ts\nawait x;\n\n```\n3. three')).toEqual([
      { type: 'heading', inlines: [{ style: 'plain', text: 'Done' }] },
      {
        type: 'paragraph',
        inlines: [
          { style: 'plain', text: 'The ' },
          { style: 'strong', text: 'race' },
          { style: 'plain', text: ' is in ' },
          { style: 'code', text: 'idle()' },
          { style: 'plain', text: '.' },
        ],
      },
      { type: 'list', ordered: false, start: 1, items: [[{ style: 'plain', text: 'one\nmore' }], [{ style: 'plain', text: 'two' }]] },
      { type: 'fence', text: 'await x;\n' },
      { type: 'list', ordered: true, start: 3, items: [[{ style: 'plain', text: 'three' }]] },
    ]);
  });

  it('keeps HTML and links as the text they are', () => {
    expect(parseRichText('<script>alert(1)</script> [x](javascript:alert(1))')).toEqual([
      { type: 'paragraph', inlines: [{ style: 'plain', text: '<script>alert(1)</script> [x](javascript:alert(1))' }] },
    ]);
  });

  it('runs an open fence to the end', () => {
    expect(parseRichText('```\na\nb')).toEqual([{ type: 'fence', text: 'a\nb' }]);
  });

  it('ends on every input and loses no word outside fences', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b1', '- ', '1. ', '**', '`', '\n', '\n\n', '  ', '# ', 'x y'), { maxLength: 40 })
      // The word after an opening fence names its language, and is not shown.
      .map((parts) => parts.join('').replaceAll(/`{3,}/g, '`'));
    fc.assert(
      fc.property(words, (text) => {
        const shown = parseRichText(text)
          .flatMap((block): string[] => {
            if (block.type === 'fence') return [block.text];
            return (block.type === 'list' ? block.items.flat() : block.inlines).map((inline) => inline.text);
          })
          .join('');
        expect(letters(shown)).toBe(letters(text));
      }),
    );
  });

  it('leaves unbalanced marks alone', () => {
    expect(parseInlines('2 ** 3 and `open')).toEqual([{ style: 'plain', text: '2 ** 3 and `open' }]);
  });
});
