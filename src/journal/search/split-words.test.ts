import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitHumps, splitWords } from './split-words.ts';

/** As the tokenizer is documented, in one expression. */
const byDefinition = (text: string): string => [...text.matchAll(/[\p{L}\p{N}\p{M}\p{Co}]+/gu)].map(({ 0: word, index }) => `${index} ${word}`).join('\n');
const cut = (text: string): string =>
  splitWords(text)
    .map(({ from, to }) => `${from} ${text.slice(from, to)}`)
    .join('\n');

const listParts = (text: string): string[] => splitHumps(text).map(({ folded }) => folded);

describe('words', () => {
  it('are cut by every character there is as the tokenizer cuts them', () => {
    const text = Array.from({ length: 0x20000 }, (_, code) => `${String.fromCodePoint(code)}x `).join('');
    expect(cut(text) === byDefinition(text)).toBe(true);
  });

  it('are the same in whatever surroundings', () => {
    const pieces = fc.constantFrom('word', 'byId', ' ', '—', '…', '✓', 'é', 'ß', '漢', '②', '😀', '\ud83d', '\u0301', '.', '_', '\0');
    const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(fc.property(texts, (text) => void expect(cut(text)).toBe(byDefinition(text))));
  });

  it('of names have parts, whatever the script', () => {
    expect(listParts('getUserId and HTTPServer2 or plain ALL x')).toEqual(['get', 'user', 'id', 'http', 'server2']);
    expect(listParts('naïveÉtat')).toEqual(['naive', 'etat']);
  });
});
