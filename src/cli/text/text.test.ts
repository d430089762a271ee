import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTable } from './format-table.ts';
import { toCount, toDay, toSize } from './format-quantities.ts';
import { toPlain, toSafeJson } from './to-plain.ts';
import { cutToWidth, measureWidth, wrapText } from './wrap-text.ts';

// oxlint-disable-next-line no-control-regex -- what must not be left
const ACTS_ON_TERMINAL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b', '[', ']', '0', ';', 'm', '\u0007', '\u009b', '\u202e', '\r', '\n', '\\', 'P'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
  maxLength: 60,
});

describe('text of a transcript', () => {
  it('never acts on a terminal', () => {
    fc.assert(fc.property(hostile, (text) => void expect(toPlain(text)).not.toMatch(ACTS_ON_TERMINAL)));
    fc.assert(fc.property(hostile, (text) => void expect(toSafeJson({ text })).not.toMatch(ACTS_ON_TERMINAL)));
  });

  it('loses its escape sequences whole, and keeps its words', () => {
    expect(toPlain('\u001b[31mred\u001b[0m \u001b]8;;http://x\u0007link\u001b]8;;\u0007 \u001b]0;title\u001b\\end')).toBe('red link end');
    expect(toPlain('tab\tand\r\nnewline')).toBe('tab\tand\nnewline');
  });

  it('is the same value as JSON', () => {
    fc.assert(fc.property(hostile, (text) => void expect(JSON.parse(toSafeJson({ text }))).toEqual({ text })));
  });
});

describe('wrapping', () => {
  it('stays within the width and loses no character but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }).map(toPlain), fc.integer({ min: 4, max: 60 }), (text, width) => {
        const lines = wrapText(text, width);
        for (const line of lines) expect(measureWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });

  it('keeps the indentation of code', () => {
    expect(wrapText('at https://example.org/a/long/address now', 12, 'whole')).toEqual(['at', 'https://example.org/a/long/address', 'now']);
    expect(wrapText('if x:\n    return 1', 20)).toEqual(['if x:', '    return 1']);
  });

  it('cuts with an ellipsis, wide characters counted as two', () => {
    expect(cutToWidth('abcdef', 4)).toBe('abc…');
    expect(measureWidth(cutToWidth('日本語のテキスト', 7))).toBeLessThanOrEqual(7);
  });
});

describe('tables and quantities', () => {
  it('lines columns up and cuts only the flexible one', () => {
    const { heading, lines } = formatTable(
      [
        { name: 'a rather long name of a thing', count: 7 },
        { name: 'short', count: 1234 },
      ],
      [
        { title: 'name', value: ({ name }) => name, isFlexible: true },
        { title: 'count', value: ({ count }) => String(count), side: 'right' },
      ],
      24,
    );
    expect([heading, ...lines]).toEqual(['name               count', 'a rather long na…      7', 'short               1234']);
  });

  it('says quantities as people do', () => {
    expect([toCount(1, 'file'), toCount(1234, 'file'), toSize(999), toSize(1500), toSize(117_000_000)]).toEqual([
      '1 file',
      '1,234 files',
      '999 bytes',
      '1.5 kB',
      '117 MB',
    ]);
    const now = new Date(2026, 2, 2, 10);
    expect([
      toDay(new Date(2026, 2, 2, 9, 5).toISOString(), now),
      toDay(new Date(2026, 2, 1, 23).toISOString(), now),
      toDay(new Date(2025, 0, 5).toISOString(), now),
      toDay(null, now),
    ]).toEqual(['today 09:05', 'yesterday 23:00', '2025-01-05', '–']);
  });
});
