import { expect, it } from 'vitest';
import { countWords } from './count-words.ts';

it.each([
  ['', 0],
  ['use the `other` one, please!', 5],
  ['führe die Prüfung aus', 4],
  ['不要删除这个文件', 4],
  ['テストを消さないで', 5],
])('%j has about %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});
